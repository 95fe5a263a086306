import "server-only";
import type { Card } from "@/lib/card";
import { readOrderable } from "@/lib/cart-order";
import { type Ordering, sayNews, toDraft } from "@/lib/checkout";
import { env } from "@/lib/env";
import { sendOrderMail } from "@/lib/order-mail";
import { findOrder, type Placed, place } from "@/lib/orders";
import { type Authorisation, authorise, voidPayment } from "@/lib/payment";
import { changeRemembered, type Session, withSession } from "@/lib/session";

// The order of things: look, hold the money, place the order, then write. Why: docs/decisions/0024.

export type Outcome = Placed | Exclude<Authorisation, { status: "authorised" }> | { status: "again" };

/** Pays and places what was reviewed. Throws the session's refusals, and then nothing was ordered and no money is held. */
export async function purchase(session: Session, ordering: Ordering, card: Card): Promise<Outcome> {
  const cart = await readOrderable(session);
  const news = cart?.id === ordering.cartId ? sayNews(ordering, cart.lines) : [];
  if (news.length > 0) return { status: "changed", news };
  const payment = await authorise({ key: ordering.cartId, amountCents: ordering.totalCents, card });
  if (payment.status !== "authorised") return payment;
  return complete(session, { ...ordering, paymentId: payment.id });
}

/** Places an order whose money is held. Whatever hinders it gives the money back. */
export async function complete(session: Session, order: Ordering & { paymentId: string }): Promise<Outcome> {
  const placed = await withSession((tx, owner) => place(tx, owner, order)).catch(async (error: unknown) => {
    await voidPayment(order.paymentId);
    throw error;
  });
  if (placed?.status !== "placed") {
    await voidPayment(order.paymentId);
    return placed ?? { status: "again" };
  }
  if (placed.isNew) await tell(session, placed);
  return placed;
}

/** After the order stands: what was typed is forgotten, and the e-mail goes out. */
async function tell(session: Session, { number, key }: Extract<Placed, { status: "placed" }>) {
  await changeRemembered("checkout", () => null).catch(() => false);
  const order = await findOrder(session, number).catch(() => null);
  const link = `${env().SHOP_URL}/orders/${number}${key ? `?key=${key}` : ""}`;
  if (order) await sendOrderMail(order, link);
}

/** Keeps an order that waits for the bank's challenge, so that it can be placed from anywhere the session goes. */
export async function keepPending(order: Ordering & { paymentId: string }): Promise<void> {
  await changeRemembered("checkout", (before) => ({ ...toDraft(before), pending: order }));
}
