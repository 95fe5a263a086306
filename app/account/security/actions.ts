"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import * as account from "@/lib/account";
import { admitMail } from "@/lib/account/admit";
import { asFreshMember } from "@/lib/actions/as-member";
import { type GoTo, goTo } from "@/lib/actions/navigate";
import type { Refused } from "@/lib/actions/run";
import { emailAddress, knownPassword, newPassword, personName } from "@/lib/input/form-fields";
import { findWeakness } from "@/lib/users/password-rules";

const path = "/account/security";

const passwordSchema = z.object({
  current: knownPassword("Please enter your current password."),
  password: newPassword,
});

const detailsSchema = z.object({
  name: personName,
  email: emailAddress,
});

type Invalid<Field extends string> = { status: "invalid"; problems: { [field in Field]?: string[] } };
type Saved = { status: "saved"; message: string };

export type PasswordAnswer = { status: "idle" } | Invalid<"current" | "password"> | Saved | GoTo | Refused;

/** Changes the password. The member's other sessions end; this one continues under a new token. */
export async function changePassword(_: PasswordAnswer, form: FormData): Promise<PasswordAnswer> {
  return asFreshMember(path, { form: "password", fields: {} }, async (session) => {
    const fields = passwordSchema.safeParse(Object.fromEntries(form));
    if (!fields.success) return { status: "invalid", problems: z.flattenError(fields.error).fieldErrors };
    const { current, password } = fields.data;
    const weak = findWeakness(password, session.user.email);
    if (weak) return { status: "invalid", problems: { password: [weak] } };
    if (!(await account.changePassword(session, { current, next: password })))
      return { status: "invalid", problems: { current: ["That is not your password. Please try again."] } };
    return { status: "saved", message: "Your password is changed. All other devices are logged out." };
  });
}

export type DetailsAnswer = { typed?: Typed } & (
  | { status: "idle" }
  | Invalid<"name" | "email">
  | Saved
  | { status: "unsent"; message: string }
  | GoTo
  | Refused
);
type Typed = { name: string; email: string };

const said = {
  saved: { status: "saved", message: "Saved." },
  sent: {
    status: "saved",
    message: "Saved. A mail with a link is on its way to the new address, which is yours once you have used it.",
  },
  unsent: {
    status: "unsent",
    message:
      "Your name is saved. The mail to the new address could not be sent yet. We keep trying: please ask again if it has not come in a few minutes.",
  },
} as const;

/** Changes the name at once, and the e-mail address when the link that is mailed to it is used. */
export async function changeDetails(_: DetailsAnswer, form: FormData): Promise<DetailsAnswer> {
  const given = (name: string) => String(form.get(name) ?? "").slice(0, 254);
  const typed = { name: given("name"), email: given("email") };
  const answer = await asFreshMember<DetailsAnswer>(path, { form: "details", fields: typed }, async (session) => {
    const fields = detailsSchema.safeParse(typed);
    if (!fields.success) return { status: "invalid", problems: z.flattenError(fields.error).fieldErrors };
    if (fields.data.email !== session.user.email) await admitMail(fields.data.email, "proves");
    return said[await account.changeDetails(session, fields.data)];
  });
  refresh();
  return { ...answer, typed };
}

export type DeleteAnswer = { status: "idle" } | { status: "unsure"; message: string } | GoTo | Refused;

/** Deletes the account if the box is ticked. The login page confirms it. */
export async function deleteAccount(_: DeleteAnswer, form: FormData): Promise<DeleteAnswer> {
  return asFreshMember<DeleteAnswer>(path, { form: "delete", fields: {} }, async (session) => {
    if (form.get("sure") !== "on")
      return { status: "unsure", message: "Please tick the box first: this cannot be undone." };
    await account.deleteAccount(session);
    return goTo("/login");
  });
}
