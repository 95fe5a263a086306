import { expect, test } from "@playwright/test";
import { createPageKey, createToken, deriveToken, hashToken, isPageKey, isToken } from "./token";

test("two hundred tokens are all different, 43 characters long and no UUIDs", () => {
  const tokens = Array.from({ length: 200 }, createToken);
  expect(new Set(tokens).size).toBe(200);
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
});

test("each of a token's 256 bits is set about half of the time, and no two of them go together", () => {
  const COUNT = 2_000;
  const tokens = Array.from({ length: COUNT }, () => Buffer.from(createToken(), "base64url"));
  const bits = Array.from({ length: 256 }, (_, bit) =>
    Uint8Array.from(tokens, (bytes) => ((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1),
  );
  const never = new Uint8Array(COUNT);
  // Seven standard deviations: a padded, repeated or copied bit is further off, chance practically never.
  const isEven = (ones: number) => Math.abs(ones - COUNT / 2) < 7 * Math.sqrt(COUNT / 4);
  const uneven = bits.flatMap((values, bit) =>
    [never, ...bits.slice(0, bit)]
      .map((others) => values.reduce((differ, value, at) => differ + (value ^ (others[at] ?? 0)), 0))
      .filter((differ) => !isEven(differ)),
  );
  expect(uneven).toEqual([]);
});

test("anything that cannot be a token is refused before it reaches the database", () => {
  expect(isToken(createToken())).toBe(true);
  for (const text of [
    undefined,
    "",
    "a".repeat(42),
    "a".repeat(44),
    `${"a".repeat(42)}=`,
    `${"a".repeat(42)}'`,
    `${"a".repeat(42)}\n`,
  ]) {
    expect(isToken(text)).toBe(false);
  }
});

test("what is stored is the SHA-256 of the token", () => {
  expect(Buffer.from(hashToken("abc")).toString("hex")).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

test("the token that follows another is one of its page alone, and the same whenever that page asks", () => {
  const [token, page] = [createToken(), createPageKey()];
  const next = deriveToken(token, page);
  expect(isToken(next)).toBe(true);
  expect(deriveToken(token, page)).toBe(next);
  const others = [deriveToken(createToken(), page), deriveToken(token, createPageKey()), deriveToken(next, page)];
  expect(new Set([token, page, next, ...others]).size).toBe(6);
});

test("only a page's key is taken for one, and never for a token", () => {
  const page = createPageKey();
  expect(isPageKey(page)).toBe(true);
  expect(isToken(page)).toBe(false);
  for (const sent of [null, undefined, "", page.toUpperCase(), `${page}0`, page.slice(1), 64, [page]])
    expect(isPageKey(sent)).toBe(false);
});
