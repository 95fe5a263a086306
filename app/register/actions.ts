"use server";

import { z } from "zod";
import { openAccount, queueVerifyLink } from "@/lib/account/links";
import { logInWithPassword } from "@/lib/account/login";
import { type Entered, goAfterLogin } from "@/lib/actions/navigate";
import { type Refused, runAction } from "@/lib/actions/run";
import { readClientNetwork } from "@/lib/http/client-ip";
import { emailAddress, newPassword, personName } from "@/lib/input/form-fields";
import { mailAfterAnswer } from "@/lib/mail/after-answer";
import { forgetQueued } from "@/lib/mail/outbox";
import { TooManyTries } from "@/lib/rate-limit/limiter";
import { tryMail, tryRegister } from "@/lib/rate-limit/rules";
import { findWeakness } from "@/lib/users/password-rules";

const registerSchema = z.object({
  name: personName,
  email: emailAddress,
  password: newPassword,
  next: z.string().optional(),
});

type Problems = { name?: string[]; email?: string[]; password?: string[] };

export type RegisterAnswer = { typed?: { name: string; email: string } } & (
  | { status: "idle" }
  | { status: "invalid"; problems: Problems }
  | Entered
  | Refused
);

/** Opens an account and logs in at once. The guest's cart stays. */
export async function register(_: RegisterAnswer, form: FormData): Promise<RegisterAnswer> {
  const fields = registerSchema.safeParse(Object.fromEntries(form));
  const typed = { name: String(form.get("name") ?? ""), email: String(form.get("email") ?? "") };
  if (!fields.success) return { status: "invalid", problems: z.flattenError(fields.error).fieldErrors, typed };
  const weak = findWeakness(fields.data.password, fields.data.email);
  if (weak) return { status: "invalid", problems: { password: [weak] }, typed };
  const answer = await runAction(() => open(fields.data));
  if (answer === "taken")
    return { status: "invalid", problems: { email: ["There is an account with this address already."] }, typed };
  if (answer && "status" in answer) return { ...answer, typed };
  return goAfterLogin(answer ?? { capped: 0 }, fields.data.next);
}

async function open(newcomer: { name: string; email: string; password: string }) {
  let mail: string | null = null;
  const user = await tryRegister(await readClientNetwork(), () =>
    openAccount(newcomer, async (tx, created) => {
      mail = await queueVerifyLink(tx, created);
    }),
  );
  if (!user) return "taken" as const;
  // If this address was mailed often enough today, no mail is sent: the link can be asked for another day. The network
  // was counted already.
  const mayMail = await tryMail(null, newcomer.email, "proves").then(() => true, refuseMail);
  mailAfterAnswer(async () => {
    if (mail && !mayMail) await forgetQueued(mail);
    return mayMail ? mail : null;
  });
  return logInWithPassword(newcomer, { remembered: false });
}

function refuseMail(error: unknown): false {
  if (error instanceof TooManyTries) return false;
  throw error;
}
