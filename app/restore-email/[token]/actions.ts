"use server";

import * as emailChange from "@/lib/account/email-change";
import { linkMessages } from "@/lib/account/link-messages";
import { type GoTo, goTo } from "@/lib/actions/navigate";
import { type Refused, runAction } from "@/lib/actions/run";

export type RestoreAnswer = { status: "idle" } | { status: "taken" | "void"; message: string } | GoTo | Refused;

const refused = { taken: "Another account has this address by now.", void: linkMessages.wayBackIsVoid };

/** Gives the account its former address back by the link that was mailed there, and leads to a new password. */
export async function restoreEmail(_: RestoreAnswer, form: FormData): Promise<RestoreAnswer> {
  const done = await runAction(() => emailChange.restoreEmail(String(form.get("token") ?? "")));
  if (typeof done === "string") return { status: done, message: refused[done] };
  return "resetToken" in done ? goTo(`/reset-password/${done.resetToken}`) : done;
}
