import { z } from "zod";
import { readWholeNumber } from "./decimal";
import { normaliseEmail, readEmail } from "./email-address";
import { passwordLength, preparePassword } from "./password";
import { countCharacters, isReadable, tidyText } from "./text";

// Fields that several forms have, and what they say when the input is wrong.

/** One line of text, tidied by lib/input/text.ts; empty is `missing`. */
export function oneLine(missing: string, max = 120) {
  return z.string(missing).transform(tidyText).pipe(readable(missing, max));
}

function readable(missing: string, max: number) {
  return z
    .string()
    .min(1, missing)
    .refine((text) => countCharacters(text) <= max, `${max} characters at most.`)
    .refine(isReadable, "There is a character in it that we cannot read.");
}

export const personName = oneLine("Please tell us your name.", 100);

const noEmail = "Please enter your email.";

/** The address somebody logs in with, whatever it looks like. */
export const loginEmail = z.string(noEmail).transform(normaliseEmail).pipe(readable(noEmail, 254));

/** An address that mails can be sent to, in its one spelling (lib/input/email-address.ts). */
export const emailAddress = loginEmail.refine(
  (email) => readEmail(email) === email,
  "This does not look like an email address.",
);

const tooShort = `At least ${passwordLength.min} characters.`;
const tooLong = `At most ${passwordLength.max} characters.`;

/** A new password of the right length. lib/users/password-rules.ts refuses common ones. */
export const newPassword = z
  .string(tooShort)
  .transform(preparePassword)
  .refine((password) => countCharacters(password) >= passwordLength.min, tooShort)
  .refine((password) => countCharacters(password) <= passwordLength.max, tooLong);

/** A password that is compared and not stored: as it was typed, only its length is limited. */
export function knownPassword(missing = "Please enter your password.") {
  return z
    .string(missing)
    .min(1, missing)
    .refine((password) => countCharacters(password) <= passwordLength.max, tooLong);
}

/** A whole number in decimal digits of any script; `none` and `notWhole` are the messages for anything else. */
export function wholeNumber({ none, ...says }: { none: string; notWhole?: string }) {
  return z.string(none).transform((text, context) => {
    const number = readWholeNumber(text);
    if (number !== null) return number;
    context.addIssue(says.notWhole && /^\s*[+-]?\p{Nd}+([.,]\p{Nd}+)?\s*$/u.test(text) ? says.notWhole : none);
    return z.NEVER;
  });
}
