import { z } from "zod";
import { wrongCard } from "@/words/payment";

// What can be said about a card without asking anybody. Nothing here is kept: a card lives as long as its request.

export type Card = { number: string; expiry: { month: number; year: number }; securityCode: string };

/** All that an order keeps of a card (PCI DSS 3.3 and 3.4: never the security code, never the whole number). */
export type CardTrace = { brand: string; last4: string };

export const cardSchema = z
  .object({
    cardNumber: z
      .string(wrongCard.noNumber)
      .transform((text) => text.replace(/[\s-]/g, ""))
      .pipe(
        z
          .string()
          .min(1, wrongCard.noNumber)
          .regex(/^\d{12,19}$/, wrongCard.numberLength)
          .refine(isLuhnValid, wrongCard.numberTypo),
      ),
    expiry: z
      .string(wrongCard.noExpiry)
      .trim()
      .min(1, wrongCard.noExpiry)
      // One way to match only: text that fits in many ways takes for ever to refuse.
      .regex(/^(0?[1-9]|1[0-2])\s*([/.-]\s*)?(20)?\d\d$/, wrongCard.notAnExpiry)
      .transform(parseExpiry),
    securityCode: z
      .string(wrongCard.noCode)
      .trim()
      .min(1, wrongCard.noCode)
      .regex(/^\d{3,4}$/, wrongCard.codeLength),
  })
  .transform(({ cardNumber, ...rest }): Card => ({ number: cardNumber, ...rest }));

function parseExpiry(text: string): Card["expiry"] {
  const digits = text.replace(/\D/g, "");
  const [month, year] = /[/.\s-]/.test(text) ? text.split(/[/.\s-]+/) : [digits.slice(0, -2), digits.slice(-2)];
  return { month: Number(month), year: 2000 + (Number(year) % 100) };
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

/** Brand and last four digits, by the ranges that the brands publish. */
export function traceOf({ number }: Pick<Card, "number">): CardTrace {
  const brand = /^4/.test(number)
    ? "Visa"
    : /^(5[1-5]|2[2-7])/.test(number)
      ? "Mastercard"
      : /^3[47]/.test(number)
        ? "American Express"
        : "Card";
  return { brand, last4: number.slice(-4) };
}
