import type { CartLine } from "./index";

// What became of a line since the shopper last looked. Pure, so that the page and its form agree.

export type CartChange =
  | { kind: "price"; fromCents: number; toCents: number }
  | { kind: "short"; left: number }
  | { kind: "retired" }
  | { kind: "sold out" }
  | { kind: "capped"; wanted: number };

type Facts = Pick<CartLine, "priceCents" | "shownCents" | "stock" | "quantity" | "wanted" | "isRetired">;

/** What the shopper did not decide themselves, most pressing first; none when all is as they left it. */
export function listCartChanges({ priceCents, shownCents, stock, quantity, wanted, isRetired }: Facts): CartChange[] {
  if (isRetired) return [{ kind: "retired" }];
  const changes: CartChange[] = [];
  if (stock === 0) changes.push({ kind: "sold out" });
  else if (stock < quantity) changes.push({ kind: "short", left: stock });
  else if (wanted) changes.push({ kind: "capped", wanted });
  if (priceCents !== shownCents) changes.push({ kind: "price", fromCents: shownCents, toCents: priceCents });
  return changes;
}

/** Whether there is something to agree to. That a piece is sold out or retired stays so, whoever has read it. */
export function hasCartChanges(line: Facts): boolean {
  return listCartChanges(line).some(({ kind }) => kind !== "sold out" && kind !== "retired");
}
