import { expect, test } from "@playwright/test";
import { readWholeNumber, toAsciiDigits } from "./decimal";

test("every digit that Unicode knows has its value", () => {
  for (let zero = 0; zero <= 0x1fbff; zero++) {
    const isZero = /\p{Nd}/u.test(String.fromCodePoint(zero)) && toAsciiDigits(String.fromCodePoint(zero)) === "0";
    if (!isZero) continue;
    const ten = Array.from({ length: 10 }, (_, value) => String.fromCodePoint(zero + value)).join("");
    expect(toAsciiDigits(ten), zero.toString(16)).toBe("0123456789");
  }
  expect(toAsciiDigits("١٢٣ ４５ ७८ 𝟗𝟘 x①²")).toBe("123 45 78 90 x①²");
});

test("a whole number is decimal digits of any script, and blanks around them", () => {
  const read: [string, number][] = [
    ["2", 2],
    [" 2 ", 2],
    ["\u00a03\u3000", 3],
    ["007", 7],
    ["２", 2],
    ["٣", 3],
    ["१०", 10],
    ["0", 0],
  ];
  for (const [text, value] of read) expect(readWholeNumber(text), text).toBe(value);
});

test("what only a programming language counts with is no number", () => {
  const odd = ["", " ", "0x1", "0b11", "0o7", "1e1", "+2", "-2", "2.0", "2,0", "1_0", "Infinity", "NaN", "½", "②", "Ⅳ"];
  for (const text of [...odd, "1 0", "1\u200b0", "1234567890", "1".repeat(1_000_000), 2, null, undefined, ["2"], true])
    expect(readWholeNumber(text), String(text).slice(0, 20)).toBeNull();
});
