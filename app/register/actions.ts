"use server";

import { z } from "zod";
import { type Entered, entered } from "@/app/entered";
import * as auth from "@/lib/auth";
import { passwordLength } from "@/lib/password";
import { type Refusal, refusing } from "@/lib/session";
import { createUser } from "@/lib/users";

const registerSchema = z.object({
  name: z.string().trim().min(1, "Please tell us your name.").max(100, "100 characters at most."),
  email: z
    .string()
    .trim()
    .max(254, "254 characters at most.")
    .pipe(z.email("This does not look like an email address.")),
  password: z
    .string()
    .min(passwordLength.min, `At least ${passwordLength.min} characters.`)
    .max(passwordLength.max, `At most ${passwordLength.max} characters.`),
  next: z.string().optional(),
});

type Problems = { name?: string[]; email?: string[]; password?: string[] };

export type RegisterAnswer = { typed?: { name: string; email: string } } & (
  | { status: "idle" }
  | { status: "invalid"; problems: Problems }
  | Entered
  | Refusal
);

/** Opens an account and logs in at once, with the cart the guest had. */
export async function register(_: RegisterAnswer, form: FormData): Promise<RegisterAnswer> {
  const fields = registerSchema.safeParse(Object.fromEntries(form));
  const typed = { name: String(form.get("name") ?? ""), email: String(form.get("email") ?? "") };
  if (!fields.success) return { status: "invalid", problems: z.flattenError(fields.error).fieldErrors, typed };
  const answer = await refusing(async () => {
    if (!(await createUser(fields.data))) return "taken" as const;
    return auth.logIn(fields.data, { remembered: false });
  });
  if (answer === "taken")
    return { status: "invalid", problems: { email: ["There is an account with this address already."] }, typed };
  if (answer && "status" in answer) return { ...answer, typed };
  return entered(answer ?? { capped: 0 }, fields.data.next);
}
