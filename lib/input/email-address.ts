import { isEmailValid } from "@hapi/address";
import { toASCII } from "tr46";
import { tidyText } from "./text";

// One spelling per mailbox, for counting, looking up, storing and sending. Reasons: docs/decisions/0049.

const domainRules = { checkBidi: true, checkJoiners: true, useSTD3ASCIIRules: true, verifyDNSLength: true };

/** Invisible characters that come along when an address is copied. Joiners mean something in a domain only. */
const unseen = /(?![\u200c\u200d])[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const joiners = /[\u200c\u200d]/g;

/** Returns the one spelling of an address that mails can be sent to; null for anything else. */
export function readEmail(text: string): string | null {
  if (text.length > 1_000) return null;
  const seen = tidyText(text.replace(unseen, "")).normalize("NFKC");
  const at = seen.lastIndexOf("@");
  if (at < 0) return null;
  const local = seen.slice(0, at).replace(joiners, "").toLowerCase().normalize("NFKC");
  const email = `${local}@${toASCII(seen.slice(at + 1), domainRules) ?? ""}`;
  return isEmailValid(email) ? email : null;
}

/** Like `readEmail`, but returns other text in lower case instead of null: no account has it, so looking it up finds none. */
export function normaliseEmail(text: string): string {
  return readEmail(text) ?? tidyText(text).toLowerCase();
}
