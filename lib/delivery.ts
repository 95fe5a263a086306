// What delivery costs, and how long it takes.

export const deliveryMethods = ["standard", "express"] as const;

export type DeliveryMethod = (typeof deliveryMethods)[number];

/** Standard delivery is free from here on. */
export const freeDeliveryFromCents = 80_00;

const STANDARD_CENTS = 6_90;
const EXPRESS_CENTS = 12_90;

/** What delivery of pieces worth `subtotalCents` costs. */
export function deliveryCents(subtotalCents: number, method: DeliveryMethod = "standard"): number {
  if (method === "express") return EXPRESS_CENTS;
  return subtotalCents >= freeDeliveryFromCents ? 0 : STANDARD_CENTS;
}

export const deliveryWords: Record<DeliveryMethod, { name: string; takes: string }> = {
  standard: { name: "Standard", takes: "3 to 5 working days" },
  express: { name: "Express", takes: "1 to 2 working days" },
};

/** How an order is delivered, in words. */
export function methodOf({ delivery }: { delivery: "STANDARD" | "EXPRESS" }) {
  return deliveryWords[delivery === "EXPRESS" ? "express" : "standard"];
}
