import type { CartLine } from "./index";

// What changed in a cart line since the shopper last saw it. Pure, so that the page and its form agree.

export type CartChange =
  | { kind: "price"; fromCents: number; toCents: number }
  | { kind: "short"; left: number }
  | { kind: "retired" }
  | { kind: "sold out" }
  | { kind: "capped"; wanted: number };

type Facts = Pick<CartLine, "priceCents" | "shownCents" | "stock" | "quantity" | "wanted" | "isRetired">;

/** Changes that the shopper did not make, the most important first. Empty when nothing changed. */
export function listCartChanges({ priceCents, shownCents, stock, quantity, wanted, isRetired }: Facts): CartChange[] {
  if (isRetired) return [{ kind: "retired" }];
  const changes: CartChange[] = [];
  if (stock === 0) changes.push({ kind: "sold out" });
  else if (stock < quantity) changes.push({ kind: "short", left: stock });
  else if (wanted) changes.push({ kind: "capped", wanted });
  if (priceCents !== shownCents) changes.push({ kind: "price", fromCents: shownCents, toCents: priceCents });
  return changes;
}

/** Whether there is a change to agree to. A piece that is sold out or retired stays so, whether or not the shopper agrees. */
export function hasCartChanges(line: Facts): boolean {
  return listCartChanges(line).some(({ kind }) => kind !== "sold out" && kind !== "retired");
}
