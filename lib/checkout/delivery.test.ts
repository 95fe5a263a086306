import { expect, test } from "@playwright/test";
import { computeDeliveryCents, computeMissingCents } from "./delivery";

test("standard delivery costs 6.90 and nothing from 80 on", () => {
  expect(computeDeliveryCents(79_99, "standard")).toBe(6_90);
  expect(computeDeliveryCents(80_00, "standard")).toBe(0);
  expect(computeDeliveryCents(80_01, "standard")).toBe(0);
  expect([79_99, 80_00, 80_01].map(computeMissingCents)).toEqual([1, 0, 0]);
});

test("express delivery costs the same for every order", () => {
  expect(computeDeliveryCents(10_00, "express")).toBe(12_90);
  expect(computeDeliveryCents(500_00, "express")).toBe(12_90);
});
