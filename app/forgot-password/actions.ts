"use server";

import { z } from "zod";
import { admitMail } from "@/lib/account/admit";
import { linkMessages } from "@/lib/account/link-messages";
import { mailResetLinkLater } from "@/lib/account/links";
import { type Refused, runAction } from "@/lib/actions/run";
import { emailAddress } from "@/lib/input/form-fields";

const forgotSchema = z.object({ email: emailAddress });

export type ForgotAnswer = { typed?: { email: string } } & (
  | { status: "idle" }
  | { status: "invalid"; problems: { email?: string[] } }
  | { status: "sent"; message: string }
  | Refused
);

/** Mails a link for a new password. The answer is the same whether the address has an account or not. */
export async function forgotPassword(_: ForgotAnswer, form: FormData): Promise<ForgotAnswer> {
  const fields = forgotSchema.safeParse(Object.fromEntries(form));
  const typed = { email: String(form.get("email") ?? "") };
  if (!fields.success) return { status: "invalid", problems: z.flattenError(fields.error).fieldErrors, typed };
  const refusal = await runAction(async () => {
    await admitMail(fields.data.email, "lets in");
    mailResetLinkLater(fields.data.email);
  });
  return { ...(refusal ?? { status: "sent", message: linkMessages.sent }), typed };
}
