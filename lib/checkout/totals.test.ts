import { expect, test } from "@playwright/test";
import { computeTotals, needsFreshLogin } from "./totals";

const lines = [
  { quantity: 2, priceCents: 29_00 },
  { quantity: 1, priceCents: 21_99 },
];

test("a total is the pieces and their delivery, standard unless something else was chosen", () => {
  expect(computeTotals(lines)).toEqual({ subtotalCents: 79_99, deliveryCents: 6_90, totalCents: 86_89 });
  expect(computeTotals(lines, "express")).toEqual({ subtotalCents: 79_99, deliveryCents: 12_90, totalCents: 92_89 });
});

test("an order above 300 needs a fresh login, one of exactly 300 does not", () => {
  expect(needsFreshLogin({ totalCents: 300_00 })).toBe(false);
  expect(needsFreshLogin({ totalCents: 300_01 })).toBe(true);
});
