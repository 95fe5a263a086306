import { normaliseEmail } from "@/lib/input/email-address";
import { preparePassword } from "@/lib/input/password";
import { commonPasswords } from "./common-passwords";

// Which new passwords are refused: NIST SP 800-63B-4 section 3.1.1.2 asks for a list of common ones and of words of the
// context, and for no composition rules. The length is checked by lib/input/form-fields.ts.

const shopName = "thecookiejar";

/** Says what is wrong with a new password, to its owner; null when nothing is. */
export function findWeakness(password: string, email: string): string | null {
  const lower = preparePassword(password).toLowerCase();
  if (commonPasswords.has(lower)) return "This is one of the passwords that are tried first. Please choose another.";
  const bare = lower.replace(/[^\p{L}]/gu, "");
  const address = normaliseEmail(email);
  const [mailbox = ""] = address.split("@");
  if (lower === address || isMostly(lower, mailbox))
    return "This is your address in another form. Please choose another.";
  if (shopName.includes(bare) && bare.length >= 6) return "This is our name. Please choose another.";
  return null;
}

/** Whether the password is the word and fewer than four characters more. */
function isMostly(password: string, word: string): boolean {
  return word.length >= 4 && password.includes(word) && password.length - word.length < 4;
}
