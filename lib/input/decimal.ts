// Numbers as people type them: decimal digits of any script, without hexadecimal or exponents.

const digit = /\p{Nd}/u;

/** Turns the digits of every script into 0 to 9. */
export function toAsciiDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, valueOfDigit);
}

/** In Unicode the ten digits of a script stand together, zero first, and so do scripts side by side. */
function valueOfDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (digit.test(String.fromCodePoint(first - 1))) first--;
  return String((code - first) % 10);
}

/** Reads a whole number of at most `digits` digits, blanks around it allowed; null for "0x1", "1e1", "+2", "2.0" and anything else. */
export function readWholeNumber(text: unknown, digits = 9): number | null {
  if (typeof text !== "string" || text.length > 100) return null;
  const plain = toAsciiDigits(text.trim());
  return /^\d+$/.test(plain) && plain.length <= digits ? Number(plain) : null;
}
