"use server";

import { type GoTo, goTo } from "@/app/go-to";
import * as emailChange from "@/lib/account/email-change";
import { type Refusal, refusing } from "@/lib/session";
import { restoreEmail as words } from "@/words/entry";

export type RestoreAnswer = { status: "idle" } | { status: "taken" | "void"; message: string } | GoTo | Refusal;

const refused = { taken: words.taken, void: words.isVoid };

/** Gives the account its former address by the link that was sent there, and leads on to a new password. */
export async function restoreEmail(_: RestoreAnswer, form: FormData): Promise<RestoreAnswer> {
  const done = await refusing(() => emailChange.restoreEmail(String(form.get("token") ?? "")));
  if (typeof done === "string") return { status: done, message: refused[done] };
  return "resetToken" in done ? goTo(`/reset-password/${done.resetToken}`) : done;
}
