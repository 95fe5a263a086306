import { randomBytes } from "node:crypto";
import type { CartOwner } from "@/lib/cart";
import { closeCart, lockOrderable, type OrderableLine, takeStock } from "@/lib/cart/ordering";
import { askDatabase, prisma, type Transaction } from "@/lib/db";
import { days } from "@/lib/format/duration";
import type { Prisma } from "@/lib/generated/prisma/client";
import { TryAgain } from "@/lib/session/errors";
import { hashToken } from "@/lib/session/token";
import { describeChanges, type Ordering } from "./form";
import { spendPayment } from "./payment";
import { computeTotals } from "./totals";

// Orders. One is placed in one transaction and never changed afterwards.

/** How long the link in a guest's mail opens the order: as long as the longest session. */
export const keyLifetime = days(90);

export type Placed =
  /** `key` opens a guest's order from another browser. It is returned only here, to whoever placed the order. */
  { status: "placed"; number: string; isNew: boolean; key: string | null } | { status: "changed"; news: string[] };

/**
 * Places the reviewed order, or says what has changed and places nothing. One cart makes one order: a second request with
 * the same cart gets the first one's order. Locks the cart, then its pieces in the order of their ids.
 */
export async function insertOrder(
  tx: Transaction,
  owner: CartOwner,
  { paymentId, ...ordering }: Ordering & { paymentId: string },
): Promise<Placed> {
  const lines = await lockOrderable(tx, owner, ordering.cartId);
  if (!lines) return findPlacedOrder(owner, ordering.cartId, tx);
  const news = describeChanges(ordering, lines);
  if (news.length > 0) return { status: "changed", news };

  for (const line of lines) if (!(await takeStock(tx, line))) throw new TryAgain("A piece was sold meanwhile");
  const paid = await spendPayment(tx, { id: paymentId, amountCents: ordering.totalCents });
  if (!paid) throw new TryAgain("The payment was given back meanwhile");
  await closeCart(tx, ordering.cartId);
  const key = owner.userId ? null : createKey();
  const number = await write(tx, owner, { ...ordering, paymentId, lines, key });
  return { status: "placed", number, isNew: true, key };
}

type Writing = Omit<Ordering, "lines"> & { paymentId: string; lines: OrderableLine[]; key: string | null };

async function write(tx: Transaction, { id, userId }: CartOwner, order: Writing): Promise<string> {
  const { cartId, email, address, delivery, paymentId, lines, key } = order;
  const { number } = await tx.order.create({
    data: {
      number: createNumber(),
      ...{ cartId, userId, email, ...address, paymentId, ...computeTotals(lines, delivery) },
      keyHash: key === null ? null : hashToken(key),
      delivery: delivery === "express" ? "EXPRESS" : "STANDARD",
      lines: { create: lines.map(({ stock, isRetired, ...line }) => line) },
      grants: userId ? undefined : { create: { sessionId: id } },
    },
  });
  return number;
}

/** For a cart that is no longer open: the order it became, or the news that the page showed another cart. */
export async function findPlacedOrder(owner: CartOwner, cartId: string, db: Transaction = prisma()): Promise<Placed> {
  const order = await askDatabase(() => db.order.findFirst({ where: { cartId, ...mayBeSeenBy(owner) } }));
  if (order) return { status: "placed", number: order.number, isNew: false, key: null };
  return { status: "changed", news: ["Your cart is not the one on this page any more."] };
}

/** Crockford's alphabet has no I, L, O or U, which are easily misread. A number has 40 random bits, so it cannot be guessed. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function createNumber(): string {
  const letters = [...randomBytes(8)].map((byte) => ALPHABET[byte % 32]).join("");
  return `CJ-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** Whether `text` has the shape of an order's number. */
export function isOrderNumber(text: string): boolean {
  return /^CJ-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(text);
}

/** 256 random bits, in hex, so that it cannot be taken for a session's token. */
function createKey(): string {
  return randomBytes(32).toString("hex");
}

/** A member sees their own orders; a guest's order is seen by the sessions that have a grant for it. */
function mayBeSeenBy({ id, userId }: CartOwner): Prisma.OrderWhereInput {
  const granted = { userId: null, grants: { some: { sessionId: id } } };
  return userId ? { OR: [{ userId }, granted] } : granted;
}

const whole = { lines: { orderBy: { id: "asc" } }, payment: { select: { brand: true, last4: true } } } as const;

export type Order = Prisma.OrderGetPayload<{ include: typeof whole }>;

/** Returns the order of this number if the session may see it. Null otherwise, whether it exists or not. */
export async function findOrder(session: CartOwner, number: string, db: Transaction = prisma()): Promise<Order | null> {
  return askDatabase(() => db.order.findFirst({ where: { number, ...mayBeSeenBy(session) }, include: whole }));
}

/** The number of the order that the session's owner placed in the last ten minutes, to send them there from the checkout. */
export async function findJustPlaced({ id, userId }: CartOwner): Promise<string | null> {
  const [order] = await askDatabase(
    () => prisma().$queryRaw<{ number: string }[]>`
      SELECT o.number FROM "Order" o LEFT JOIN "OrderGrant" g ON g."orderId" = o.id AND g."sessionId" = ${id}::uuid
      WHERE (o."userId" = ${userId}::uuid OR g."sessionId" IS NOT NULL) AND o."placedAt" > now() - interval '10 minutes'
      ORDER BY o."placedAt" DESC LIMIT 1`,
  );
  return order?.number ?? null;
}

/** A member's orders, the newest first, at most `limit`. Throws Unavailable. */
export async function listOrders(userId: string, { limit = 200 }: { limit?: number } = {}): Promise<Order[]> {
  return askDatabase(() =>
    prisma().order.findMany({ where: { userId }, include: whole, orderBy: { placedAt: "desc" }, take: limit }),
  );
}

/** Finds a guest's order by number and key, for as long as its key is valid. Throws Unavailable. */
export async function findOrderByKey(number: string, key: string): Promise<{ id: string } | null> {
  const [order] = await askDatabase(
    () => prisma().$queryRaw<{ id: string }[]>`
      SELECT id FROM "Order" WHERE number = ${number} AND "keyHash" = ${hashToken(key)}
        AND "placedAt" > now() - ${keyLifetime} * interval '1 ms'`,
  );
  return order ?? null;
}

/** Lets one more session see a guest's order. */
export async function grantOrder(tx: Transaction, sessionId: string, orderId: string): Promise<void> {
  await tx.orderGrant.createMany({ data: { sessionId, orderId }, skipDuplicates: true });
}
