import { z } from "zod";
import { wrongEmail } from "@/words/address";
import { wrong } from "@/words/entry";
import { line as words } from "@/words/line";
import { weakPassword, wrongPassword } from "@/words/password";
import { readWholeNumber } from "./decimal";
import { normaliseEmail, readEmail } from "./email-address";
import { passwordLength, preparePassword } from "./password";
import { countCharacters, isReadable, tidyText } from "./text";

// What several forms ask for, and what they say when it is not right.

/** One line of text as it is kept: lib/input/text.ts. What nobody sees is none. */
export function oneLine(missing: string, max = 120) {
  return z.string(missing).transform(tidyText).pipe(readable(missing, max));
}

function readable(missing: string, max: number) {
  return z
    .string()
    .min(1, missing)
    .refine((text) => countCharacters(text) <= max, words.tooLong(max))
    .refine(isReadable, words.unreadable);
}

export const personName = oneLine(wrong.noName, 100);

/** What somebody logs in with: an address, whatever it looks like. */
export const loginEmail = z.string(wrongEmail.none).transform(normaliseEmail).pipe(readable(wrongEmail.none, 254));

/** One address that mails can go to, in its one spelling: lib/input/email-address.ts. */
export const emailAddress = loginEmail.refine((email) => readEmail(email) === email, wrongEmail.notAnEmail);

/** A new password's length; which ones are too common: lib/users/password-rules.ts. */
export const newPassword = z
  .string(weakPassword.tooShort(passwordLength.min))
  .transform(preparePassword)
  .refine((password) => countCharacters(password) >= passwordLength.min, weakPassword.tooShort(passwordLength.min))
  .refine((password) => countCharacters(password) <= passwordLength.max, weakPassword.tooLong(passwordLength.max));

/** The password that somebody has, as it was typed; it is compared and never kept, so all that is asked is that it can be one. */
export function knownPassword(missing = wrongPassword.missing) {
  return z
    .string(missing)
    .min(1, missing)
    .refine((password) => countCharacters(password) <= passwordLength.max, weakPassword.tooLong(passwordLength.max));
}

/** A whole number in decimal digits of any script, and what is said to anything else. */
export function wholeNumber({ none, ...says }: { none: string; notWhole?: string }) {
  return z.string(none).transform((text, context) => {
    const number = readWholeNumber(text);
    if (number !== null) return number;
    context.addIssue(says.notWhole && /^\s*[+-]?\p{Nd}+([.,]\p{Nd}+)?\s*$/u.test(text) ? says.notWhole : none);
    return z.NEVER;
  });
}
