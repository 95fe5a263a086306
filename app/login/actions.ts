"use server";

import { z } from "zod";
import { type Entered, entered } from "@/app/entered";
import * as auth from "@/lib/auth";
import { passwordLength } from "@/lib/password";
import { type Refusal, refusing } from "@/lib/session";

const logInSchema = z.object({
  email: z.string().trim().min(1, "Please enter your email.").max(254),
  password: z.string().min(1, "Please enter your password.").max(passwordLength.max),
  remembered: z.literal("on").optional(),
  next: z.string().optional(),
});

/** What was typed comes back with every problem; a password never does. */
export type LogInAnswer = { typed?: { email: string } } & (
  | { status: "idle" }
  | { status: "invalid"; problems: { email?: string[]; password?: string[] } }
  | { status: "refused"; message: string }
  | Entered
  | Refusal
);

/** Logs in. With JavaScript the page navigates hard to `next`; without, the answer is a redirect. */
export async function logIn(_: LogInAnswer, form: FormData): Promise<LogInAnswer> {
  const fields = logInSchema.safeParse(Object.fromEntries(form));
  const typed = { email: String(form.get("email") ?? "") };
  if (!fields.success) return { status: "invalid", problems: z.flattenError(fields.error).fieldErrors, typed };
  const { email, password, remembered, next } = fields.data;
  const answer = await refusing(() => auth.logIn({ email, password }, { remembered: remembered === "on" }));
  if (answer === null)
    return { status: "refused", message: "Email and password do not match. Please try again.", typed };
  if ("status" in answer) return { ...answer, typed };
  return entered(answer, next);
}
