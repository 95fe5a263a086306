import { expect, test } from "@playwright/test";
import { changesOf, hasNews } from "./cart-changes";

const asLeft = { priceCents: 2800, shownCents: 2800, stock: 5, quantity: 2, wanted: null, isRetired: false };

test("a line that is as it was left has nothing to say", () => {
  expect(changesOf(asLeft)).toEqual([]);
  expect(changesOf({ ...asLeft, stock: 2 })).toEqual([]);
  expect(hasNews(asLeft)).toBe(false);
});

test("another price, too little stock and a capped merge are said and may be agreed to", () => {
  expect(changesOf({ ...asLeft, priceCents: 3000 })).toEqual([{ kind: "price", fromCents: 2800, toCents: 3000 }]);
  expect(changesOf({ ...asLeft, stock: 1 })).toEqual([{ kind: "short", left: 1 }]);
  expect(changesOf({ ...asLeft, wanted: 4 })).toEqual([{ kind: "capped", wanted: 4 }]);
  expect(hasNews({ ...asLeft, stock: 1 })).toBe(true);
});

test("being sold out is said, and cannot be agreed away", () => {
  expect(changesOf({ ...asLeft, stock: 0 })).toEqual([{ kind: "sold out" }]);
  expect(hasNews({ ...asLeft, stock: 0 })).toBe(false);
  expect(hasNews({ ...asLeft, stock: 0, priceCents: 1 })).toBe(true);
});

test("that a piece is no longer made is all there is to say of it, and cannot be agreed away", () => {
  const retired = { ...asLeft, priceCents: 3000, stock: 0, wanted: 4, isRetired: true };
  expect(changesOf(retired)).toEqual([{ kind: "retired" }]);
  expect(hasNews(retired)).toBe(false);
});
