"use server";

import { linkMessages } from "@/lib/account/link-messages";
import * as account from "@/lib/account/login";
import { type Entered, goAfterLogin } from "@/lib/actions/navigate";
import { type Refused, runAction } from "@/lib/actions/run";

export type LinkAnswer = { status: "idle" } | { status: "void"; message: string } | Entered | Refused;

/** Logs in by the link, which works once. */
export async function logInByLink(_: LinkAnswer, form: FormData): Promise<LinkAnswer> {
  const remembered = form.get("remembered") === "on";
  const answer = await runAction(() => account.logInByLink(String(form.get("token") ?? ""), { remembered }));
  if (answer === null) return { status: "void", message: linkMessages.isVoid };
  return "status" in answer ? answer : goAfterLogin(answer, form.get("next"));
}
