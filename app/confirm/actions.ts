"use server";

import { z } from "zod";
import * as account from "@/lib/account";
import { admitMail } from "@/lib/account/admit";
import { mailLogInLinkLater } from "@/lib/account/links";
import { asMember } from "@/lib/actions/as-member";
import { type GoTo, goTo } from "@/lib/actions/navigate";
import type { Refused } from "@/lib/actions/run";
import { safeNextPath } from "@/lib/http/safe-redirect";
import { knownPassword } from "@/lib/input/form-fields";

const confirmSchema = z.object({ password: knownPassword() });

export type ConfirmAnswer =
  | { status: "idle" }
  | { status: "invalid"; problem: string }
  | { status: "sent"; message: string }
  | GoTo
  | Refused;

/**
 * Makes the login fresh, under a new token, and leads back to `next`. The other button mails a link that does the same,
 * because not every account has a password.
 */
export async function confirm(_: ConfirmAnswer, form: FormData): Promise<ConfirmAnswer> {
  const next = safeNextPath(form.get("next"));
  if (form.get("intent") === "link") return mailLink(next);
  const fields = confirmSchema.safeParse(Object.fromEntries(form));
  if (!fields.success) return { status: "invalid", problem: fields.error.issues[0]?.message ?? "Please check." };
  return asMember(next, async (session) => {
    const fits = await account.confirmPassword(session, fields.data.password);
    return fits ? goTo(next) : { status: "invalid", problem: "That is not your password. Please try again." };
  });
}

async function mailLink(next: string): Promise<ConfirmAnswer> {
  return asMember(next, async ({ user: { email } }) => {
    await admitMail(email, "lets in");
    mailLogInLinkLater(email, next);
    return { status: "sent", message: "A mail with a link is on its way to you. It leads back to here." };
  });
}
