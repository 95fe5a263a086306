import { commonPasswords } from "@/lib/common-passwords";

// Which passwords are refused beside their length: NIST SP 800-63B-4 section 3.1.1.2 asks for a blocklist of common
// values and of words of the context, and for no composition rules.

const shopName = "thecookiejar";

/** What is wrong with a new password, in words for its owner, or null. */
export function weakness(password: string, email: string): string | null {
  const lower = password.toLowerCase();
  if (commonPasswords.has(lower)) return "This is one of the passwords that are tried first. Please choose another.";
  const bare = lower.replace(/[^\p{L}]/gu, "");
  const [mailbox = ""] = email.trim().toLowerCase().split("@");
  if (lower === email.trim().toLowerCase() || isMostly(lower, mailbox))
    return "This is your address in another form. Please choose another.";
  if (shopName.includes(bare) && bare.length >= 6) return "This is our name. Please choose another.";
  return null;
}

/** A word with hardly anything else around it. */
function isMostly(password: string, word: string): boolean {
  return word.length >= 4 && password.includes(word) && password.length - word.length < 4;
}
