"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { asFreshMember } from "@/app/as-member";
import { type GoTo, goTo } from "@/app/go-to";
import * as account from "@/lib/account";
import { passwordLength } from "@/lib/password";
import type { Refusal } from "@/lib/session";

const path = "/account/security";

const passwordSchema = z.object({
  current: z.string().min(1, "Please enter your current password.").max(passwordLength.max),
  password: z
    .string()
    .min(passwordLength.min, `At least ${passwordLength.min} characters.`)
    .max(passwordLength.max, `At most ${passwordLength.max} characters.`),
});

const detailsSchema = z.object({
  name: z.string().trim().min(1, "Please tell us your name.").max(100, "100 characters at most."),
  email: z
    .string()
    .trim()
    .max(254, "254 characters at most.")
    .pipe(z.email("This does not look like an email address.")),
});

type Invalid<Field extends string> = { status: "invalid"; problems: { [field in Field]?: string[] } };
type Saved = { status: "saved"; message: string };

export type PasswordAnswer = { status: "idle" } | Invalid<"current" | "password"> | Saved | GoTo | Refusal;

/** Changes the password; the other sessions end, this one goes on under a new token. */
export async function changePassword(_: PasswordAnswer, form: FormData): Promise<PasswordAnswer> {
  return asFreshMember(path, { form: "password", fields: {} }, async (session) => {
    const fields = passwordSchema.safeParse(Object.fromEntries(form));
    if (!fields.success) return { status: "invalid", problems: z.flattenError(fields.error).fieldErrors };
    const { current, password } = fields.data;
    if (!(await account.changePassword(session, { current, next: password })))
      return { status: "invalid", problems: { current: ["That is not your password. Please try again."] } };
    return { status: "saved", message: "Your password is changed. All other devices are logged out." };
  });
}

export type DetailsAnswer = { typed?: Typed } & (
  | { status: "idle" }
  | Invalid<"name" | "email">
  | Saved
  | GoTo
  | Refusal
);
type Typed = { name: string; email: string };

/** Changes name and e-mail address. */
export async function changeDetails(_: DetailsAnswer, form: FormData): Promise<DetailsAnswer> {
  const typed = { name: String(form.get("name") ?? ""), email: String(form.get("email") ?? "") };
  const answer = await asFreshMember<DetailsAnswer>(path, { form: "details", fields: typed }, async (session) => {
    const fields = detailsSchema.safeParse(typed);
    if (!fields.success) return { status: "invalid", problems: z.flattenError(fields.error).fieldErrors };
    if (!(await account.changeDetails(session, fields.data)))
      return { status: "invalid", problems: { email: ["There is an account with this address already."] } };
    return { status: "saved", message: "Saved." };
  });
  refresh();
  return { ...answer, typed };
}

export type DeleteAnswer = { status: "idle" } | { status: "unsure"; message: string } | GoTo | Refusal;

/** Deletes the account, if the box was ticked; the login page says that it is done. */
export async function deleteAccount(_: DeleteAnswer, form: FormData): Promise<DeleteAnswer> {
  return asFreshMember<DeleteAnswer>(path, { form: "delete", fields: {} }, async (session) => {
    if (form.get("sure") !== "on")
      return { status: "unsure", message: "Please tick the box first: this cannot be undone." };
    await account.deleteAccount(session);
    return goTo("/login");
  });
}
