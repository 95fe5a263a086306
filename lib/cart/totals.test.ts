import { expect, test } from "@playwright/test";
import { computeSubtotalCents } from "./totals";

test("a subtotal is the sum of quantity times price, in whole cents", () => {
  expect(computeSubtotalCents([])).toBe(0);
  expect(
    computeSubtotalCents([
      { quantity: 3, priceCents: 2900 },
      { quantity: 1, priceCents: 1 },
    ]),
  ).toBe(8701);
});
