"use server";

import { z } from "zod";
import { linkMessages } from "@/lib/account/link-messages";
import { resetPassword } from "@/lib/account/links";
import { readMailToken } from "@/lib/account/mail-tokens";
import { type GoTo, goTo } from "@/lib/actions/navigate";
import { type Refused, runAction } from "@/lib/actions/run";
import { newPassword } from "@/lib/input/form-fields";
import { findWeakness } from "@/lib/users/password-rules";

const resetSchema = z.object({
  token: z.string(),
  password: newPassword,
});

export type ResetAnswer =
  | { status: "idle" }
  | { status: "invalid"; problems: { password?: string[] } }
  | { status: "void"; message: string }
  | GoTo
  | Refused;

/** Sets the new password by the link. Every session of the account ends; the owner logs in with the new password. */
export async function setNewPassword(_: ResetAnswer, form: FormData): Promise<ResetAnswer> {
  const fields = resetSchema.safeParse(Object.fromEntries(form));
  if (!fields.success) return { status: "invalid", problems: z.flattenError(fields.error).fieldErrors };
  const { token, password } = fields.data;
  const done = await runAction(async () => {
    const link = await readMailToken("RESET_PASSWORD", token);
    const weak = link && findWeakness(password, link.email);
    return weak ? { weak } : resetPassword(token, password);
  });
  if (done === true) return goTo("/login?reset");
  if (done === false) return { status: "void", message: linkMessages.isVoid };
  return "weak" in done ? { status: "invalid", problems: { password: [done.weak] } } : done;
}
