"use server";

import { z } from "zod";
import { asMember } from "@/app/as-member";
import { type GoTo, goTo } from "@/app/go-to";
import * as account from "@/lib/account";
import { safeNextPath } from "@/lib/next-path";
import { passwordLength } from "@/lib/password";
import type { Refusal } from "@/lib/session";
import type { Wait } from "@/lib/throttle";

const confirmSchema = z.object({ password: z.string().min(1, "Please enter your password.").max(passwordLength.max) });

export type ConfirmAnswer = { status: "idle" } | { status: "invalid"; problem: string } | GoTo | Refusal | Wait;

/** Makes the login fresh, under a new token, and leads back to where a fresh one was asked for. */
export async function confirm(_: ConfirmAnswer, form: FormData): Promise<ConfirmAnswer> {
  const fields = confirmSchema.safeParse(Object.fromEntries(form));
  if (!fields.success) return { status: "invalid", problem: fields.error.issues[0]?.message ?? "Please check." };
  const next = safeNextPath(form.get("next"));
  return asMember(next, async (session) => {
    const fits = await account.confirm(session, fields.data.password);
    return fits ? goTo(next) : { status: "invalid", problem: "That is not your password. Please try again." };
  });
}
