import "server-only";
import type { CartOwner } from "@/lib/cart";
import { readOrderable } from "@/lib/cart/ordering";
import type { Transaction } from "@/lib/db";
import { readClientNetwork } from "@/lib/http/client-ip";
import { mailAfterAnswer } from "@/lib/mail/after-answer";
import { createLink } from "@/lib/mail/link";
import { queueMail } from "@/lib/mail/outbox";
import { tryPayment } from "@/lib/rate-limit/rules";
import { type Session, withSession } from "@/lib/session";
import { TryAgain } from "@/lib/session/errors";
import { readOwner } from "@/lib/users";
import type { Card } from "./card";
import { forgetCheckout, type PendingOrder } from "./draft";
import { describeChanges, type Ordering } from "./form";
import { renderOrderMail } from "./order-mail";
import { findOrder, findPlacedOrder, insertOrder, type Order, type Placed } from "./orders";
import { type Authorisation, authorisePayment, voidPayment } from "./payment";

// Places an order in four steps: compare the cart with the review, hold the money, write the order, send the mail.
// docs/decisions/0024 says why in this order.

export type Outcome = Placed | Exclude<Authorisation, { status: "authorised" }> | { status: "again" };

/**
 * Pays for the reviewed cart and places the order. Throws the session's refusals and TooManyTries; then nothing is ordered
 * and no money is held.
 */
export async function submitOrder(session: Session, ordering: Ordering, card: Card): Promise<Outcome> {
  const cart = await readOrderable(session);
  if (cart?.id !== ordering.cartId) return findPlacedOrder(session, ordering.cartId);
  const news = describeChanges(ordering, cart.lines);
  if (news.length > 0) return { status: "changed", news };
  return crossing(async () => {
    const payment = await hold(session, ordering, card);
    if (payment.status !== "authorised") return payment;
    return completeOrder(session, { ...ordering, paymentId: payment.id });
  });
}

/** Asks the bank to hold the money. Throws TooManyTries after too many refused payments of this session. */
async function hold({ id }: Session, { cartId, totalCents }: Ordering, card: Card): Promise<Authorisation> {
  return tryPayment({ session: id, network: await readClientNetwork() }, () =>
    authorisePayment({ key: cartId, amountCents: totalCents, card }),
  );
}

/**
 * Tries again after TryAgain. Two submits of one cart share one payment: one may give the money back just before the other
 * spends it, which then has to hold it again.
 */
async function crossing<T>(work: () => Promise<T>): Promise<T> {
  const ATTEMPTS = 3;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof TryAgain) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Places an order whose money is held. If it cannot be placed, the money is given back. */
export async function completeOrder({ id: sessionId }: Session, order: PendingOrder): Promise<Outcome> {
  let mail: string | null = null;
  const placed = await withSession(async (tx, owner) => {
    const placed = await insertOrder(tx, owner, order);
    mail = await queueOrderMail(tx, owner, placed);
    return placed;
  }).catch(async (error: unknown) => {
    await voidPayment(order.paymentId);
    throw error;
  });
  if (placed?.status !== "placed") {
    await voidPayment(order.paymentId);
    return placed ?? { status: "again" };
  }
  // Only now that the order is committed: forget what was typed, and send the mail.
  if (placed.isNew) {
    await forgetCheckout(sessionId).catch(() => false);
    mailAfterAnswer(async () => mail);
  }
  return placed;
}

/** Queues the mail in the same transaction as the order, so that there is no order without its mail. */
async function queueOrderMail(tx: Transaction, owner: CartOwner, placed: Placed): Promise<string | null> {
  if (placed.status !== "placed" || !placed.isNew) return null;
  const { number, key } = placed;
  const order = await findOrder(owner, number, tx);
  if (!order) return null;
  const link = createLink(`/orders/${number}${key ? `?key=${key}` : ""}`);
  return queueMail(tx, renderOrderMail(order, { link, isProven: await isProven(tx, order) }), {
    kind: "order",
    orderNumber: number,
  });
}

/** Whether the order's mail goes to a member who has shown that the mailbox is theirs. */
async function isProven(tx: Transaction, { userId, email }: Order): Promise<boolean> {
  const owner = userId ? await readOwner(userId, tx) : null;
  return Boolean(owner?.emailVerifiedAt && owner.email === email);
}
