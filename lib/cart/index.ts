import { askDatabase, prisma, type Transaction } from "@/lib/db";

// Carts. Every write locks the cart's row first and requires that the cart is still open.

/** Whose cart it is: a guest's belongs to the session, a member's to the user, so all their devices see the same one. */
export type CartOwner = { id: string; userId: string | null };

export const maxQuantity = 10;

export type CartLine = {
  id: string;
  sku: string;
  productSlug: string;
  productName: string;
  glazeSlug: string;
  glazeName: string;
  photo: string;
  alt: string;
  quantity: number;
  /** The quantity that the shopper wanted, when a merge had to reduce it. */
  wanted: number | null;
  priceCents: number;
  /** The price the shopper last agreed to. While it differs from `priceCents`, the cart says that the price changed. */
  shownCents: number;
  stock: number;
  /** No longer made: it can only be taken out. */
  isRetired: boolean;
};

export type AddResult =
  | { status: "added"; count: number }
  | { status: "short"; available: number; inCart: number; isRetired: boolean };

type Offer = { id: string; stock: number; priceCents: number; inCart: number; isRetired: boolean };

/** The lines of the owner's open cart, oldest first. Throws Unavailable. */
export async function readCart(owner: CartOwner): Promise<CartLine[]> {
  return askDatabase(
    () => prisma().$queryRaw<CartLine[]>`
      SELECT l.id, v.sku, p.slug AS "productSlug", p.name AS "productName", g.slug AS "glazeSlug", g.name AS "glazeName",
        v.photo, v.alt, l.quantity, l.wanted, v."priceCents", l."priceCents" AS "shownCents", v.stock,
        v."retiredAt" IS NOT NULL AS "isRetired"
      FROM "Cart" c JOIN "CartLine" l ON l."cartId" = c.id JOIN "Variant" v ON v.id = l."variantId"
        JOIN "Product" p ON p.id = v."productId" JOIN "Glaze" g ON g.slug = v."glazeSlug"
      WHERE c."closedAt" IS NULL AND CASE WHEN ${owner.userId}::uuid IS NULL
        THEN c."sessionId" = ${owner.id}::uuid ELSE c."userId" = ${owner.userId}::uuid END
      ORDER BY l."addedAt", l.id`,
  );
}

/**
 * Adds pieces to the owner's cart, and opens a cart when there is none. "short" when stock or `maxQuantity` do not allow
 * that many, or when the piece is no longer made.
 */
export async function addLine(
  tx: Transaction,
  owner: CartOwner,
  line: { sku: string; quantity: number },
): Promise<AddResult> {
  const cartId = await lockOpenCart(tx, owner);
  const [variant] = await tx.$queryRaw<Offer[]>`
    SELECT v.id, CASE WHEN v."retiredAt" IS NULL THEN v.stock ELSE 0 END AS stock, v."priceCents",
      coalesce(l.quantity, 0) AS "inCart", v."retiredAt" IS NOT NULL AS "isRetired"
    FROM "Variant" v LEFT JOIN "CartLine" l ON l."variantId" = v.id AND l."cartId" = ${cartId}::uuid WHERE v.sku = ${line.sku}`;
  const room = variant ? Math.min(variant.stock, maxQuantity) - variant.inCart : 0;
  if (!variant || line.quantity > room) {
    const { inCart, isRetired } = variant ?? { inCart: 0, isRetired: false };
    return { status: "short", available: Math.max(0, room), inCart, isRetired };
  }
  await tx.$executeRaw`
    INSERT INTO "CartLine" (id, "cartId", "variantId", quantity, "priceCents")
    VALUES (gen_random_uuid(), ${cartId}::uuid, ${variant.id}::uuid, ${line.quantity}, ${variant.priceCents})
    ON CONFLICT ("cartId", "variantId") DO UPDATE
    SET quantity = "CartLine".quantity + excluded.quantity, wanted = NULL`;
  return { status: "added", count: await countPieces(tx, cartId) };
}

/** Sets a line's quantity, but not above the stock; one piece stays when it is sold out. Null when the line is not in the owner's open cart. */
export async function changeQuantity(
  tx: Transaction,
  owner: CartOwner,
  line: { id: string; quantity: number },
): Promise<{ quantity: number; isSoldOut: boolean } | null> {
  const cartId = await lockOpenCart(tx, owner);
  const [changed] = await tx.$queryRaw<{ quantity: number; isSoldOut: boolean }[]>`
    UPDATE "CartLine" l SET quantity = least(${line.quantity}, ${maxQuantity}, greatest(v.stock, 1)), wanted = NULL
    FROM "Variant" v WHERE v.id = l."variantId" AND l.id = ${line.id}::uuid AND l."cartId" = ${cartId}::uuid
    RETURNING l.quantity, v.stock = 0 OR v."retiredAt" IS NOT NULL AS "isSoldOut"`;
  return changed ?? null;
}

/** What `putBack` needs to restore a removed line. */
export type RemovedLine = { sku: string; name: string; quantity: number; shownCents: number; addedAt: Date };

/** Removes a line from the owner's open cart. Null when it was not there. */
export async function removeLine(tx: Transaction, owner: CartOwner, id: string): Promise<RemovedLine | null> {
  const cartId = await lockOpenCart(tx, owner);
  const [removed] = await tx.$queryRaw<RemovedLine[]>`
    DELETE FROM "CartLine" l USING "Variant" v JOIN "Product" p ON p.id = v."productId"
    WHERE l."variantId" = v.id AND l.id = ${id}::uuid AND l."cartId" = ${cartId}::uuid
    RETURNING v.sku, p.name, l.quantity, l."priceCents" AS "shownCents", l."addedAt"`;
  return removed ?? null;
}

/** Restores a removed line in its place, but not above the stock. If the piece was added again meanwhile, nothing changes. */
export async function putBack(tx: Transaction, owner: CartOwner, line: Omit<RemovedLine, "name">): Promise<void> {
  const cartId = await lockOpenCart(tx, owner);
  await tx.$executeRaw`
    INSERT INTO "CartLine" (id, "cartId", "variantId", quantity, "priceCents", "addedAt")
    SELECT gen_random_uuid(), ${cartId}::uuid, id, least(${line.quantity}, ${maxQuantity}, greatest(stock, 1)),
      ${line.shownCents}, least(${line.addedAt}, statement_timestamp()) FROM "Variant" WHERE sku = ${line.sku}
    ON CONFLICT ("cartId", "variantId") DO NOTHING`;
}

/** The price and stock of a line that the page showed. */
export type SeenLine = { id: string; priceCents: number; stock: number };

/**
 * Records that the shopper has seen these prices and stocks: the prices become the agreed ones, and quantities are reduced
 * to the stock. A line that changed again since the page was made stays as it is, so its change is shown again.
 */
export async function acceptChanges(tx: Transaction, owner: CartOwner, seen: SeenLine[]): Promise<void> {
  const cartId = await lockOpenCart(tx, owner);
  await tx.$executeRaw`
    UPDATE "CartLine" l SET "priceCents" = v."priceCents", wanted = NULL, quantity = least(l.quantity, greatest(v.stock, 1))
    FROM "Variant" v, jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) AS s (id uuid, "priceCents" int, stock int)
    WHERE l."cartId" = ${cartId}::uuid AND l.id = s.id AND v.id = l."variantId"
      AND v."priceCents" = s."priceCents" AND (v.stock = s.stock OR v.stock >= l.quantity)`;
}

/**
 * Moves a guest's lines into the member's cart, in the login's transaction. Quantities are added up and limited by stock and
 * `maxQuantity`; one piece stays when the stock is empty, so that no line disappears without a word. Returns how many pieces
 * the guest had and how many lines were reduced. The cart shows a reduced line until the shopper chooses a quantity.
 */
export async function mergeCarts(tx: Transaction, sessionId: string, userId: string): Promise<Merged> {
  const guest = await tx.cart.findFirst({ where: { sessionId, closedAt: null } });
  if (!guest) return { capped: 0, pieces: 0 };
  const memberCartId = await lockOpenCart(tx, { id: sessionId, userId }, [guest.id]);
  const pieces = await countPieces(tx, guest.id);
  const merged = await tx.$queryRaw<{ wanted: number | null }[]>`
    WITH summed AS (
      SELECT g."variantId", g."addedAt", g."priceCents", coalesce(m.wanted, m.quantity, 0) + g.quantity AS total,
        least(coalesce(m.quantity, 0) + g.quantity, ${maxQuantity}, greatest(v.stock, 1)) AS possible
      FROM "CartLine" g JOIN "Variant" v ON v.id = g."variantId"
        LEFT JOIN "CartLine" m ON m."cartId" = ${memberCartId}::uuid AND m."variantId" = g."variantId"
      WHERE g."cartId" = ${guest.id}::uuid
    )
    INSERT INTO "CartLine" (id, "cartId", "variantId", quantity, wanted, "priceCents", "addedAt")
    SELECT gen_random_uuid(), ${memberCartId}::uuid, "variantId", possible, nullif(total, possible), "priceCents", "addedAt" FROM summed
    ON CONFLICT ("cartId", "variantId") DO UPDATE
    SET quantity = excluded.quantity, wanted = excluded.wanted
    RETURNING wanted`;
  await tx.cart.delete({ where: { id: guest.id } });
  return { capped: merged.filter((line) => line.wanted !== null).length, pieces };
}

type Merged = { capped: number; pieces: number };

/** Deletes a member's open cart; orders stay. */
export async function deleteOpenCart(tx: Transaction, userId: string): Promise<void> {
  await tx.cart.deleteMany({ where: { userId, closedAt: null } });
}

/**
 * Locks the owner's open cart until the transaction ends, together with `others`, and opens a cart when there is none. An
 * order may close the cart while this waits for the lock: then a new cart is opened and locked.
 */
async function lockOpenCart(tx: Transaction, owner: CartOwner, others: string[] = []): Promise<string> {
  for (;;) {
    const id = await openCart(tx, owner);
    if ((await lockCarts(tx, [id, ...others])) === 1 + others.length) return id;
  }
}

async function openCart(tx: Transaction, { id, userId }: CartOwner): Promise<string> {
  const owner = userId ? { userId } : { sessionId: id };
  await tx.cart.createMany({ data: owner, skipDuplicates: true });
  const cart = await tx.cart.findFirst({ where: { ...owner, closedAt: null }, select: { id: true } });
  return cart?.id ?? openCart(tx, { id, userId });
}

/** Locks open carts in the order of their ids, so that two transactions cannot deadlock. */
async function lockCarts(tx: Transaction, ids: string[]): Promise<number> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM "Cart" WHERE id = ANY(${ids}::uuid[]) AND "closedAt" IS NULL ORDER BY id FOR UPDATE`;
  return rows.length;
}

async function countPieces(tx: Transaction, cartId: string): Promise<number> {
  const { _sum } = await tx.cartLine.aggregate({ where: { cartId }, _sum: { quantity: true } });
  return _sum.quantity ?? 0;
}
