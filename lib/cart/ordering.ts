import { askDatabase, prisma, type Transaction } from "@/lib/db";
import { keepEnded } from "@/lib/session/policy";
import type { CartOwner } from "./index";

// What an order does with a cart: read it for the review, lock it, take the stock, close it.

export type OrderableLine = {
  variantId: string;
  sku: string;
  productName: string;
  glazeName: string;
  photo: string;
  alt: string;
  quantity: number;
  priceCents: number;
  stock: number;
  /** No longer made. */
  isRetired: boolean;
};

export type OrderableCart = { id: string; lines: OrderableLine[] };

type Row = OrderableLine & { cartId: string };

/** Reads the owner's open cart with today's prices and stock. Null when there is none or it is empty. Throws Unavailable. */
export async function readOrderable({ id, userId }: CartOwner): Promise<OrderableCart | null> {
  const rows = await askDatabase(
    () => prisma().$queryRaw<Row[]>`
      SELECT c.id AS "cartId", v.id AS "variantId", v.sku, p.name AS "productName", g.name AS "glazeName", v.photo, v.alt,
        l.quantity, v."priceCents", v.stock, v."retiredAt" IS NOT NULL AS "isRetired"
      FROM "Cart" c JOIN "CartLine" l ON l."cartId" = c.id JOIN "Variant" v ON v.id = l."variantId"
        JOIN "Product" p ON p.id = v."productId" JOIN "Glaze" g ON g.slug = v."glazeSlug"
      WHERE c."closedAt" IS NULL AND CASE WHEN ${userId}::uuid IS NULL
        THEN c."sessionId" = ${id}::uuid ELSE c."userId" = ${userId}::uuid END
      ORDER BY l."addedAt", l.id`,
  );
  return rows[0] ? { id: rows[0].cartId, lines: rows } : null;
}

/**
 * Locks this cart and then its pieces, in the order of their ids, so that prices and stock do not change until the
 * transaction ends. Null when the cart is closed, empty or not the owner's.
 */
export async function lockOrderable(tx: Transaction, { id, userId }: CartOwner, cartId: string) {
  const carts = await tx.$queryRaw<unknown[]>`
    SELECT FROM "Cart" WHERE id = ${cartId}::uuid AND "closedAt" IS NULL AND CASE WHEN ${userId}::uuid IS NULL
      THEN "sessionId" = ${id}::uuid ELSE "userId" = ${userId}::uuid END FOR UPDATE`;
  if (carts.length === 0) return null;
  const lines = await tx.$queryRaw<OrderableLine[]>`
    SELECT v.id AS "variantId", v.sku, p.name AS "productName", g.name AS "glazeName", v.photo, v.alt,
      l.quantity, v."priceCents", v.stock, v."retiredAt" IS NOT NULL AS "isRetired"
    FROM "CartLine" l JOIN "Variant" v ON v.id = l."variantId" JOIN "Product" p ON p.id = v."productId"
      JOIN "Glaze" g ON g.slug = v."glazeSlug"
    WHERE l."cartId" = ${cartId}::uuid ORDER BY v.id FOR NO KEY UPDATE OF v`;
  return lines.length > 0 ? lines : null;
}

/** Takes pieces out of stock. False when there are not enough; the caller must then roll its transaction back. */
export async function takeStock(tx: Transaction, { variantId, quantity }: OrderableLine): Promise<boolean> {
  const taken = await tx.$executeRaw`
    UPDATE "Variant" SET stock = stock - ${quantity} WHERE id = ${variantId}::uuid AND stock >= ${quantity}
      AND "retiredAt" IS NULL`;
  return taken === 1;
}

/** Closes a locked cart for good. The owner's next piece opens a new one. */
export async function closeCart(tx: Transaction, cartId: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Cart" SET "closedAt" = now() WHERE id = ${cartId}::uuid`;
}

/** Deletes carts that became an order long ago; the order has copies of the lines. For the sweeper: one batch. */
export async function deleteClosedCarts(tx: Transaction, size: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "Cart" WHERE id IN (
      SELECT id FROM "Cart" WHERE "closedAt" <= now() - ${keepEnded} * interval '1 ms' LIMIT ${size} FOR UPDATE SKIP LOCKED)`;
}
