import { expect, test } from "@playwright/test";
import { countCharacters, isReadable, tidyText } from "./text";

test("text is kept in one spelling, without what nobody sees at its ends", () => {
  const kept: [string, string][] = [
    ["cafe\u0301", "café"],
    ["  Robin\u00a0", "Robin"],
    ["\ufeff\u200bRobin Test\u200e\u2060\r\n", "Robin Test"],
    ["\u202eRobin\u202c", "Robin"],
    ["Robin\u00a0Test", "Robin\u00a0Test"],
    ["\u3164\u115f\u2800\u034f\u00ad", ""],
    ["\u200b\u200d\ufeff", ""],
    ["\t \n", ""],
    [" \ufe0f\u200b", ""],
    ["Robin ❤️ ", "Robin ❤️"],
    ["🏴󠁧󠁢󠁥󠁮󠁧󠁿\u200b", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
  ];
  for (const [typed, text] of kept) expect(tidyText(typed), JSON.stringify(typed)).toBe(text);
});

test("a line may hold whatever people are called", () => {
  const names = [
    "Robin Ørsted",
    "O’Hara-Núñez",
    "Nguyễn Thị Ánh",
    "王小明",
    "علی‌رضا",
    "נועה",
    "ශ්‍රී",
    "ക്‍ഷ",
    "ᠨᠢᠭ᠎ᠡ",
    "Robin 👩‍🍳",
    "👨‍👩‍👧‍👦",
  ];
  for (const name of [...names, "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "❤️‍🔥", "👩🏽‍🚀", "X Æ A-12", "Björk ♥︎"])
    expect(isReadable(name), name).toBe(true);
});

test("controls, marks that turn words round and marks that only hide are no part of a name", () => {
  for (const mark of "\u0000\t\n\u007f\u0085\u2028\u2029\u200b\u200e\u200f\u061c\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u2060\ufeff\u00ad\ufff9\u{e0041}")
    expect(isReadable(`Robin${mark}Test`), mark.codePointAt(0)?.toString(16)).toBe(false);
  for (const text of ["Ro\u200dbin", "Ro\u200cbin", "R\u180eobin", "\ud800", "Robin\u{e0067}\u{e007f}"])
    expect(isReadable(text), JSON.stringify(text)).toBe(false);
});

test("a hundred thousand characters are read at once", () => {
  const began = performance.now();
  for (const text of ["\u200b", " ", "x ", "\u202e", "👩‍", "🏴\u{e0067}", "ا\u200c"].map((one) => one.repeat(60_000))) {
    tidyText(`x${text}y`);
    isReadable(text);
  }
  expect(performance.now() - began).toBeLessThan(5_000);
});

test("an emoji is one character", () => {
  expect(countCharacters("🫖🫖")).toBe(2);
  expect(countCharacters("café")).toBe(4);
});
