import { randomBytes } from "node:crypto";
import { sql } from "./database";

export type Goods = { name: string; slug: string; skus: string[]; word: string };

type GoodsOptions = { pieces?: { glaze: string; priceCents: number; stock: number }[]; category?: string };

const inventWord = () => [...randomBytes(8)].map((byte) => "bdfgklmnprstvz"[byte % 14]).join("a");

/**
 * A product of a test's own, in the database only: prices and stock are the test's to change. Its name holds a word of
 * letters that nothing else has. It has no page, since pages are as old as the build.
 */
export async function createGoods({
  pieces = [{ glaze: "oat", priceCents: 2800, stock: 5 }],
  category = "planters-and-light",
}: GoodsOptions = {}): Promise<Goods> {
  const letters = inventWord();
  const goods = {
    name: `Mug ${letters}`,
    slug: `test-${letters}`,
    word: letters,
    skus: pieces.map((_, n) => `${letters}-${n}`),
  };
  await sql(
    `INSERT INTO "Product" (id, slug, name, category, description, "weightG", position)
     VALUES (gen_random_uuid(), $1, $2, $3, 'Only for a test.', 400, 9000)`,
    [goods.slug, goods.name, category],
  );
  for (const [place, { glaze, priceCents, stock }] of pieces.entries()) {
    await sql(
      `INSERT INTO "Variant" (id, sku, "productId", "glazeSlug", "priceCents", stock, photo, alt, position)
       SELECT gen_random_uuid(), $1, id, $2, $3, $4, 'morning-mug-oat', 'A mug', $5 FROM "Product" WHERE slug = $6`,
      [goods.skus[place], glaze, priceCents, stock, place, goods.slug],
    );
  }
  return goods;
}

export type Shelf = { word: string; names: string[] };

/** Many products of a test's own, in the order of their numbers: one word of their names is theirs alone. */
export async function createShelf(count: number): Promise<Shelf> {
  const word = inventWord();
  const made = await sql<{ name: string }>(
    `WITH made AS (
       INSERT INTO "Product" (id, slug, name, category, description, "weightG", position)
       SELECT gen_random_uuid(), $1 || '-' || n, 'Mug ' || $1 || ' ' || n, 'planters-and-light', 'Only for a test.', 400, 9000 + n
       FROM generate_series(1, $2::int) n RETURNING *
     ), offered AS (
       INSERT INTO "Variant" (id, sku, "productId", "glazeSlug", "priceCents", stock, photo, alt, position)
       SELECT gen_random_uuid(), slug, id, 'oat', 2800, 5, 'morning-mug-oat', 'A mug', 0 FROM made
     ) SELECT name FROM made ORDER BY position`,
    [word, count],
  );
  return { word, names: made.map(({ name }) => name) };
}

export async function deleteShelf({ word }: Shelf) {
  await sql(`DELETE FROM "Variant" WHERE sku LIKE $1 || '-%'`, [word]);
  await sql(`DELETE FROM "Product" WHERE slug LIKE $1 || '-%'`, [word]);
}

export async function changeGoods(
  sku: string | undefined,
  { priceCents, stock }: { priceCents?: number; stock?: number },
) {
  await sql(
    `UPDATE "Variant" SET "priceCents" = coalesce($2, "priceCents"), stock = coalesce($3, stock) WHERE sku = $1`,
    [sku, priceCents ?? null, stock ?? null],
  );
}

/** Lays a piece of the test's own into the cart that this session has open, as if it had been added earlier. */
export async function layIntoCart(sessionId: string, sku: string | undefined, quantity = 1) {
  await sql(
    `INSERT INTO "CartLine" (id, "cartId", "variantId", quantity, "priceCents")
     SELECT gen_random_uuid(), c.id, v.id, $3, v."priceCents" FROM "Cart" c, "Variant" v
     WHERE c."sessionId" = $1 AND c."closedAt" IS NULL AND v.sku = $2`,
    [sessionId, sku, quantity],
  );
}

export async function deleteGoods({ slug }: Goods) {
  const own = `SELECT v.id FROM "Variant" v JOIN "Product" p ON p.id = v."productId" WHERE p.slug = $1`;
  await sql(`DELETE FROM "CartLine" WHERE "variantId" IN (${own})`, [slug]);
  await sql(`DELETE FROM "Variant" WHERE id IN (${own})`, [slug]);
  await sql(`DELETE FROM "Product" WHERE slug = $1`, [slug]);
}
