import { z } from "zod";
import { toAsciiDigits } from "@/lib/input/decimal";
import { tidyText } from "@/lib/input/text";

// Checks a card without asking the bank. Nothing of it is kept longer than the request.

export type Card = { number: string; expiry: { month: number; year: number }; securityCode: string };

/** All that an order keeps of a card (PCI DSS 3.3 and 3.4: never the security code, never the whole number). */
export type CardTrace = { brand: string; last4: string };

const noNumber = "Please enter the card number.";
const noExpiry = "Please enter the expiry date.";
const noCode = "Please enter the security code.";

export const cardSchema = z
  .object({
    cardNumber: z
      .string(noNumber)
      .transform((text) => readFigures(text).replace(/[ -]/g, ""))
      .pipe(
        z
          .string()
          .min(1, noNumber)
          .regex(/^\d{12,19}$/, "A card number has 12 to 19 digits.")
          .refine(isLuhnValid, "One digit seems to be wrong. Please compare it with your card."),
      ),
    expiry: z
      .string(noExpiry)
      .transform(readFigures)
      .pipe(z.string().min(1, noExpiry))
      .transform((text, context) => {
        const expiry = readExpiry(text);
        if (expiry) return expiry;
        context.addIssue("Please enter month and year, such as 04 / 29.");
        return z.NEVER;
      }),
    securityCode: z
      .string(noCode)
      .transform(readFigures)
      .pipe(
        z
          .string()
          .min(1, noCode)
          .regex(/^\d{3,4}$/, "The security code has 3 or 4 digits."),
      ),
  })
  .transform(({ cardNumber, ...rest }): Card => ({ number: cardNumber, ...rest }));

/** Longer input is refused without reading it, so that it costs no time. */
const MAX_LENGTH = 60;

/** Rewrites figures in ASCII digits, with plain hyphens and single blanks; "?" for input that is too long. */
function readFigures(text: string): string {
  if (text.length > MAX_LENGTH) return tidyText(text) === "" ? "" : "?";
  const plain = toAsciiDigits(tidyText(text).normalize("NFKC")).replace(/\p{Cf}/gu, "");
  return plain.replace(/[\p{Pd}\u2212\u30fc]/gu, "-").replace(/\s+/g, " ");
}

/**
 * Reads month and year: "4/27", "04-27", "04 2027", "0427", "042027". Null for anything else. Without a separator the month
 * must have two digits: otherwise "1227" could be read in two ways.
 */
export function readExpiry(text: string): Card["expiry"] | null {
  const plain = readFigures(text);
  const parts = /^(\d{1,2})(?: ?[/.-] ?| )(\d\d|20\d\d)$/.exec(plain) ?? /^(\d\d)(\d\d|20\d\d)$/.exec(plain);
  const month = Number(parts?.[1]);
  const year = 2000 + (Number(parts?.[2]) % 100);
  return month >= 1 && month <= 12 ? { month, year } : null;
}

/** Whether the card is past the last day of its month. */
export function isExpired({ month, year }: Card["expiry"], now: Date): boolean {
  return now.getTime() >= Date.UTC(year, month, 1);
}

/** The check digit of ISO/IEC 7812-1: catches one wrong digit and most swapped ones. */
export function isLuhnValid(number: string): boolean {
  const sum = [...number].reverse().reduce((sum, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Brand and last four digits. The brand is found by the number ranges that the brands publish. */
export function describeCard({ number }: Pick<Card, "number">): CardTrace {
  const brand = /^4/.test(number)
    ? "Visa"
    : /^(5[1-5]|2[2-7])/.test(number)
      ? "Mastercard"
      : /^3[47]/.test(number)
        ? "American Express"
        : "Card";
  return { brand, last4: number.slice(-4) };
}
