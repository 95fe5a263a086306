import { expect, test } from "@playwright/test";
import { subtotalCents } from "./cart-totals";

test("a subtotal is the sum of quantity times price, in whole cents", () => {
  expect(subtotalCents([])).toBe(0);
  expect(
    subtotalCents([
      { quantity: 3, priceCents: 2900 },
      { quantity: 1, priceCents: 1 },
    ]),
  ).toBe(8701);
});
