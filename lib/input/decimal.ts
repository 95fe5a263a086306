// Numbers as people type them: decimal digits of any script, and nothing that only a programming language counts with.

const digit = /\p{Nd}/u;

/** Every digit of any script as 0 to 9; all else stays. */
export function toAsciiDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, valueOfDigit);
}

/** Unicode keeps the ten digits of a script together, zero first, and begins each run of scripts with a zero. */
function valueOfDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (digit.test(String.fromCodePoint(first - 1))) first--;
  return String((code - first) % 10);
}

/** A whole number of at most `digits` digits, blanks around it allowed; null for "0x1", "1e1", "+2", "2.0" and all else. */
export function readWholeNumber(text: unknown, digits = 9): number | null {
  if (typeof text !== "string" || text.length > 100) return null;
  const plain = toAsciiDigits(text.trim());
  return /^\d+$/.test(plain) && plain.length <= digits ? Number(plain) : null;
}
