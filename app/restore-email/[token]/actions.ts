"use server";

import * as emailChange from "@/lib/account/email-change";
import { type GoTo, goTo } from "@/lib/actions/navigate";
import { type Refused, runAction } from "@/lib/actions/run";
import { restoreEmail as words } from "@/words/entry";

export type RestoreAnswer = { status: "idle" } | { status: "taken" | "void"; message: string } | GoTo | Refused;

const refused = { taken: words.taken, void: words.isVoid };

/** Gives the account its former address back by the link that was mailed there, and leads to a new password. */
export async function restoreEmail(_: RestoreAnswer, form: FormData): Promise<RestoreAnswer> {
  const done = await runAction(() => emailChange.restoreEmail(String(form.get("token") ?? "")));
  if (typeof done === "string") return { status: done, message: refused[done] };
  return "resetToken" in done ? goTo(`/reset-password/${done.resetToken}`) : done;
}
