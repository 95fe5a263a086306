import { computeSubtotalCents, type PricedLine } from "@/lib/cart/totals";
import { computeDeliveryCents, type DeliveryMethod } from "./delivery";

// What an order costs, and what depends on it. Pure: the pages, the form in the browser, the action and the transaction
// that places the order all ask here.

export type Totals = { subtotalCents: number; deliveryCents: number; totalCents: number };

/** What an order of these lines costs, delivered this way. */
export function computeTotals(lines: readonly PricedLine[], method: DeliveryMethod = "standard"): Totals {
  const subtotalCents = computeSubtotalCents(lines);
  const deliveryCents = computeDeliveryCents(subtotalCents, method);
  return { subtotalCents, deliveryCents, totalCents: subtotalCents + deliveryCents };
}

const FRESH_LOGIN_ABOVE_CENTS = 300_00;

/** Whether an order is so large that a member needs a fresh login to place it (ASVS 7.5.3). */
export function needsFreshLogin({ totalCents }: Pick<Totals, "totalCents">): boolean {
  return totalCents > FRESH_LOGIN_ABOVE_CENTS;
}
