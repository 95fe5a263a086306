import { formatMoney } from "@/lib/format/money";
import { cost, methods } from "@/words/delivery";

// What delivery costs, and how long it takes.

export const deliveryMethods = ["standard", "express"] as const;

export type DeliveryMethod = (typeof deliveryMethods)[number];

/** Standard delivery is free from here on. */
export const freeDeliveryFromCents = 80_00;

const STANDARD_CENTS = 6_90;
const EXPRESS_CENTS = 12_90;

/** What delivery of pieces worth `computeSubtotalCents` costs. */
export function computeDeliveryCents(subtotalCents: number, method: DeliveryMethod = "standard"): number {
  if (method === "express") return EXPRESS_CENTS;
  return subtotalCents >= freeDeliveryFromCents ? 0 : STANDARD_CENTS;
}

/** "€6.90", or that it is free. */
export function formatDeliveryCost(cents: number): string {
  return cents === 0 ? cost.free : formatMoney(cents);
}

/** How an order is delivered, in words. */
export function findDeliveryMethod({ delivery }: { delivery: "STANDARD" | "EXPRESS" }) {
  return methods[delivery === "EXPRESS" ? "express" : "standard"];
}
