import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { hiddenFields } from "../../scripts/hidden-fields.mjs";
import { sql } from "./database";
import { test as base } from "./fixtures";
import { handedToken, postForm, shopOrigin } from "./plain-form";
import type { Shopper } from "./shopper";

export { expect } from "./fixtures";

/** A piece of the test's own, since other tests use the seed's stock at the same time. */
export type Piece = { variantId: string; productId: string; sku: string; name: string; priceCents: number };

type PieceOptions = { stock?: number; priceCents?: number };

export const test = base.extend<{ piece: (options?: PieceOptions) => Promise<Piece> }>({
  // Created after the account and deleted before it, since an order keeps its owner.
  piece: async ({ account: _ }, use) => {
    const made: Piece[] = [];
    await use(async (options) => {
      const piece = await createPiece(options);
      made.push(piece);
      return piece;
    });
    for (const piece of made) await deletePiece(piece);
  },
});

async function createPiece({ stock = 10, priceCents = 28_00 }: PieceOptions = {}): Promise<Piece> {
  const id = randomUUID();
  const piece = {
    ...{ variantId: randomUUID(), productId: id, priceCents },
    sku: `TST-${id.slice(0, 8)}`,
    name: `Test piece ${id.slice(0, 8)}`,
  };
  await sql(
    `INSERT INTO "Product" (id, slug, name, category, description, "weightG", position)
     VALUES ($1, $2, $3, 'test-pieces', 'Made by a test.', 400, 999)`,
    [id, piece.sku.toLowerCase(), piece.name],
  );
  await sql(
    `INSERT INTO "Variant" (id, sku, "productId", "glazeSlug", "priceCents", stock, photo, alt, position)
     SELECT $1, $2, $3, "glazeSlug", $4, $5, photo, alt, 0 FROM "Variant" WHERE sku = 'ESP-IRO'`,
    [piece.variantId, piece.sku, id, priceCents, stock],
  );
  return piece;
}

async function deletePiece({ variantId, productId }: Piece) {
  const holds = await sql<{ key: string }>(`SELECT "cartId"::text AS key FROM "CartLine" WHERE "variantId" = $1`, [
    variantId,
  ]);
  const paid = await sql<{ id: string }>(
    `DELETE FROM "Order" WHERE id IN (SELECT "orderId" FROM "OrderLine" WHERE "variantId" = $1) RETURNING "paymentId" AS id`,
    [variantId],
  );
  await sql(`DELETE FROM "Payment" WHERE id = ANY($1) OR key = ANY($2)`, [
    paid.map(({ id }) => id),
    holds.map(({ key }) => key),
  ]);
  await sql(`DELETE FROM "CartLine" WHERE "variantId" = $1`, [variantId]);
  await sql(`DELETE FROM "Variant" WHERE id = $1`, [variantId]);
  await sql(`DELETE FROM "Product" WHERE id = $1`, [productId]);
}

export async function stockOf({ variantId }: Piece): Promise<number> {
  const [row] = await sql<{ stock: number }>(`SELECT stock FROM "Variant" WHERE id = $1`, [variantId]);
  return row?.stock ?? Number.NaN;
}

export type OrderRow = { id: string; number: string; totalCents: number; userId: string | null; paymentId: string };

/** The orders that hold a piece. */
export async function ordersOf({ variantId }: Piece): Promise<OrderRow[]> {
  return sql<OrderRow>(
    `SELECT o.* FROM "Order" o JOIN "OrderLine" l ON l."orderId" = o.id WHERE l."variantId" = $1 ORDER BY o."placedAt"`,
    [variantId],
  );
}

/** What the provider holds for the carts that hold a piece. */
export async function paymentsOf({ variantId }: Piece): Promise<{ status: string; last4: string; code: string }[]> {
  return sql(
    `SELECT p.status::text, p.last4, p.code FROM "Payment" p JOIN "CartLine" l ON l."cartId"::text = p.key
     WHERE l."variantId" = $1 ORDER BY p.status`,
    [variantId],
  );
}

/** A token whose cart holds the piece: the given one's, or a new guest's. */
export async function addPiece({ sku }: Piece, { token, quantity = 1 }: { token?: string; quantity?: number } = {}) {
  const fields = { sku, quantity: String(quantity) };
  const answer = await postForm("/products/espresso-cup", { form: "sku", fields, token });
  const held = handedToken(answer) ?? token;
  if (answer.status !== 303 || !held) throw new Error(`The piece was not added: ${answer.status}`);
  return held;
}

/** Puts a piece into a shopper's cart: it has no page of its own to do it from. */
export async function putInCart(shopper: Shopper, piece: Piece, quantity = 1) {
  const token = (await shopper.cookie())?.value;
  const held = await addPiece(piece, { token, quantity });
  if (!token) await shopper.carryToken(held);
}

export const cards = {
  approve: "4242 4242 4242 4242",
  decline: "4000 0000 0000 0002",
  insufficient: "4000 0000 0000 9995",
  timeout: "4000 0000 0000 0119",
  challenge: "4000 0025 0000 3155",
};

export const address = {
  "Full name": "Robin Ørsted",
  "Street and number": "Töpfergasse 7",
  Postcode: "10115",
  City: "Berlin",
  Country: "Germany",
};

const group = (page: Page, name: string) => page.getByRole("group", { name, exact: true });

/** Types the address, some of it differently where the test says so by label. */
export async function fillAddress(
  page: Page,
  { email, ...changes }: { email?: string } & Partial<typeof address> = {},
) {
  const fields = group(page, "Delivery address");
  if (email) await fields.getByLabel("Email").fill(email);
  for (const [label, value] of Object.entries({ ...address, ...changes })) await fields.getByLabel(label).fill(value);
}

export async function fillCard(page: Page, number: string = cards.approve, { securityCode = "123" } = {}) {
  const fields = group(page, "Payment");
  await fields.getByLabel("Card number").fill(number);
  await fields.getByLabel("Expiry date").fill("04 / 39");
  await fields.getByLabel("Security code").fill(securityCode);
}

export const placeOrder = (page: Page) => page.getByRole("button", { name: "Place order" }).click();

/** What a browser posts from a filled checkout. */
export const orderFields = (email: string, number: string = cards.approve) => ({
  ...{ name: "Robin Ørsted", street: "Töpfergasse 7", postcode: "10115", city: "Berlin", country: "Germany" },
  ...{ delivery: "standard", cardNumber: number, expiry: "04 / 39", securityCode: "123", intent: "place", email },
});

/** What a browser posts from the page it was given. */
export function filled(page: string, { card = cards.approve, ...changes }: Record<string, string> = {}): FormData {
  const body = new FormData();
  const fields = { ...hiddenFields(page, "cardNumber"), ...orderFields("robin@example.com", card), ...changes };
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return body;
}

/** Posts a filled checkout by plain HTTP. */
export async function postOrder(
  token: string,
  { origin = shopOrigin, card = cards.approve, email = "robin@example.com" } = {},
) {
  return postForm("/checkout", { form: "Place order", fields: orderFields(email, card), token, origin });
}

export const uniqueEmail = () => `guest-${randomUUID()}@example.com`;
