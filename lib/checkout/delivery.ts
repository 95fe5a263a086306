import { formatMoney } from "@/lib/format/money";

// What delivery costs, and how long it takes.

export const deliveryMethods = ["standard", "express"] as const;

export type DeliveryMethod = (typeof deliveryMethods)[number];

/** What each is called, as a choice and as a line of a bill, and how long it takes. */
export const deliveryNames = {
  standard: { name: "Standard", delivery: "Standard delivery", takes: "3 to 5 working days" },
  express: { name: "Express", delivery: "Express delivery", takes: "1 to 2 working days" },
} satisfies Record<DeliveryMethod, unknown>;

/** Standard delivery is free from here on. */
const FREE_FROM_CENTS = 80_00;

const STANDARD_CENTS = 6_90;
const EXPRESS_CENTS = 12_90;

/** What delivery of pieces worth `subtotalCents` costs. */
export function computeDeliveryCents(subtotalCents: number, method: DeliveryMethod): number {
  if (method === "express") return EXPRESS_CENTS;
  return computeMissingCents(subtotalCents) > 0 ? STANDARD_CENTS : 0;
}

/** How much is missing from this subtotal for free standard delivery; 0 when it is free. */
export function computeMissingCents(subtotalCents: number): number {
  return Math.max(0, FREE_FROM_CENTS - subtotalCents);
}

/** "€6.90", or "Free". */
export function formatDeliveryCost(cents: number): string {
  return cents === 0 ? "Free" : formatMoney(cents);
}

/** The words for the way an order is delivered. */
export function findDeliveryMethod({ delivery }: { delivery: "STANDARD" | "EXPRESS" }) {
  return deliveryNames[delivery === "EXPRESS" ? "express" : "standard"];
}
