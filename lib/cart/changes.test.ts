import { expect, test } from "@playwright/test";
import { hasCartChanges, listCartChanges } from "./changes";

const asLeft = { priceCents: 2800, shownCents: 2800, stock: 5, quantity: 2, wanted: null, isRetired: false };

test("a line that is as it was left has nothing to say", () => {
  expect(listCartChanges(asLeft)).toEqual([]);
  expect(listCartChanges({ ...asLeft, stock: 2 })).toEqual([]);
  expect(hasCartChanges(asLeft)).toBe(false);
});

test("another price, too little stock and a capped merge are said and may be agreed to", () => {
  expect(listCartChanges({ ...asLeft, priceCents: 3000 })).toEqual([{ kind: "price", fromCents: 2800, toCents: 3000 }]);
  expect(listCartChanges({ ...asLeft, stock: 1 })).toEqual([{ kind: "short", left: 1 }]);
  expect(listCartChanges({ ...asLeft, wanted: 4 })).toEqual([{ kind: "capped", wanted: 4 }]);
  expect(hasCartChanges({ ...asLeft, stock: 1 })).toBe(true);
});

test("being sold out is said, and cannot be agreed away", () => {
  expect(listCartChanges({ ...asLeft, stock: 0 })).toEqual([{ kind: "sold out" }]);
  expect(hasCartChanges({ ...asLeft, stock: 0 })).toBe(false);
  expect(hasCartChanges({ ...asLeft, stock: 0, priceCents: 1 })).toBe(true);
});

test("that a piece is no longer made is all there is to say of it, and cannot be agreed away", () => {
  const retired = { ...asLeft, priceCents: 3000, stock: 0, wanted: 4, isRetired: true };
  expect(listCartChanges(retired)).toEqual([{ kind: "retired" }]);
  expect(hasCartChanges(retired)).toBe(false);
});
