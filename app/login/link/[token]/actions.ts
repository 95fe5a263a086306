"use server";

import { type Entered, entered } from "@/app/entered";
import * as auth from "@/lib/account/authjs";
import { type Refusal, refusing } from "@/lib/session";
import { links } from "@/words/entry";

export type LinkAnswer = { status: "idle" } | { status: "void"; message: string } | Entered | Refusal;

/** Logs in by the link, which is used up by it. */
export async function logInByLink(_: LinkAnswer, form: FormData): Promise<LinkAnswer> {
  const remembered = form.get("remembered") === "on";
  const answer = await refusing(() => auth.logInByLink(String(form.get("token") ?? ""), { remembered }));
  if (answer === null) return { status: "void", message: links.isVoid };
  return "status" in answer ? answer : entered(answer, form.get("next"));
}
