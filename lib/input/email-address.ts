import { isEmailValid } from "@hapi/address";
import { toASCII } from "tr46";
import { tidyText } from "./text";

// One spelling per mailbox: what is counted, looked up, stored and written to. Why so: docs/decisions/0050.

const domainRules = { checkBidi: true, checkJoiners: true, useSTD3ASCIIRules: true, verifyDNSLength: true };

/** What nobody sees comes along when an address is copied. The joiners mean something in a domain, and nowhere else. */
const unseen = /(?![\u200c\u200d])[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const joiners = /[\u200c\u200d]/g;

/** The one spelling of an address that mails can go to; null when it is none. */
export function readEmail(text: string): string | null {
  if (text.length > 1_000) return null;
  const seen = tidyText(text.replace(unseen, "")).normalize("NFKC");
  const at = seen.lastIndexOf("@");
  if (at < 0) return null;
  const local = seen.slice(0, at).replace(joiners, "").toLowerCase().normalize("NFKC");
  const email = `${local}@${toASCII(seen.slice(at + 1), domainRules) ?? ""}`;
  return isEmailValid(email) ? email : null;
}

/** As `readEmail`; what is no address stays as it is, but small: nobody has it, and that is all it is asked for. */
export function normaliseEmail(text: string): string {
  return readEmail(text) ?? tidyText(text).toLowerCase();
}
