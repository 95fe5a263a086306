"use server";

import { z } from "zod";
import { admitMail } from "@/lib/account/admit";
import { linkMessages } from "@/lib/account/link-messages";
import { mailLogInLinkLater } from "@/lib/account/links";
import { logInWithPassword } from "@/lib/account/login";
import { type Entered, goAfterLogin } from "@/lib/actions/navigate";
import { type Refused, runAction } from "@/lib/actions/run";
import { safeNextPath } from "@/lib/http/safe-redirect";
import { emailAddress, knownPassword, loginEmail } from "@/lib/input/form-fields";

const logInSchema = z.object({
  email: loginEmail,
  password: knownPassword(),
  remembered: z.literal("on").optional(),
  next: z.string().optional(),
});

/** What was typed comes back with every problem, except the password. */
export type LogInAnswer = { typed?: { email: string } } & (
  | { status: "idle" }
  | { status: "invalid"; problems: { email?: string[]; password?: string[] } }
  | { status: "refused" | "sent"; message: string }
  | Entered
  | Refused
);

/** Logs in, or with the other button mails a link. */
export async function logIn(_: LogInAnswer, form: FormData): Promise<LogInAnswer> {
  if (form.get("intent") === "link") return mailLink(form);
  const fields = logInSchema.safeParse(Object.fromEntries(form));
  const typed = { email: String(form.get("email") ?? "") };
  if (!fields.success) return { status: "invalid", problems: z.flattenError(fields.error).fieldErrors, typed };
  const { email, password, remembered, next } = fields.data;
  const answer = await runAction(() => logInWithPassword({ email, password }, { remembered: remembered === "on" }));
  if (answer === null)
    return { status: "refused", message: "Email and password do not match. Please try again.", typed };
  if ("status" in answer) return { ...answer, typed };
  return goAfterLogin(answer, next);
}

/** The answer is the same whether the address has an account or not. */
async function mailLink(form: FormData): Promise<LogInAnswer> {
  const fields = z.object({ email: emailAddress }).safeParse(Object.fromEntries(form));
  const typed = { email: String(form.get("email") ?? "") };
  if (!fields.success) return { status: "invalid", problems: z.flattenError(fields.error).fieldErrors, typed };
  const refusal = await runAction(async () => {
    await admitMail(fields.data.email, "lets in");
    mailLogInLinkLater(fields.data.email, safeNextPath(form.get("next")));
  });
  return { ...(refusal ?? { status: "sent", message: linkMessages.sent }), typed };
}
