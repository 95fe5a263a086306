import { z } from "zod";
import { passwordLength } from "@/lib/password";
import { wrongEmail } from "@/words/address";
import { wrong } from "@/words/entry";
import { line as words } from "@/words/line";
import { weakPassword, wrongPassword } from "@/words/password";

// What several forms ask for, and what they say when it is not right.

/** One line of text, trimmed; no control characters, which neither a row nor a mail's header can hold. */
export function oneLine(missing: string, max = 120) {
  return z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(max, words.tooLong(max))
    .regex(/^\P{Cc}*$/u, words.unreadable);
}

export const personName = oneLine(wrong.noName, 100);

/** What somebody logs in with: an address, whatever it looks like. */
export const loginEmail = oneLine(wrongEmail.none, 254);

/**
 * One address that mails can go to. ASCII and no comma, so that what is counted, looked up and written to is one and the
 * same: mail software reads "a@shop.example,b" and full-width letters in its own way.
 */
export const emailAddress = loginEmail.pipe(z.email(wrongEmail.notAnEmail));

/** A new password's length; which ones are too common: lib/password-rules.ts. */
export const newPassword = z
  .string()
  .min(passwordLength.min, weakPassword.tooShort(passwordLength.min))
  .max(passwordLength.max, weakPassword.tooLong(passwordLength.max));

/** The password that somebody has; it is compared and never kept, so nothing is asked of it but to be there. */
export const knownPassword = z.string().min(1, wrongPassword.missing).max(passwordLength.max);
