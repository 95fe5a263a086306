import "server-only";
import type { CartOwner } from "@/lib/cart";
import { readOrderable } from "@/lib/cart/ordering";
import type { Transaction } from "@/lib/db";
import { readClientNetwork } from "@/lib/http/client-ip";
import { mailAfterAnswer } from "@/lib/mail/after-answer";
import { createLink } from "@/lib/mail/link";
import { queueMail } from "@/lib/mail/outbox";
import { tryPayment } from "@/lib/rate-limit/rules";
import { changeSessionDraft, type Session, withSession } from "@/lib/session";
import { TryAgain } from "@/lib/session/errors";
import { readOwner } from "@/lib/users";
import type { Card } from "./card";
import { createDraft, describeChanges, type Ordering } from "./form";
import { renderOrderMail } from "./order-mail";
import { findOrder, findPlacedOrder, insertOrder, type Order, type Placed } from "./orders";
import { type Authorisation, authorisePayment, voidPayment } from "./payment";

// The order of things: look, hold the money, place the order, then write. Why: docs/decisions/0024.

export type Outcome = Placed | Exclude<Authorisation, { status: "authorised" }> | { status: "again" };

/**
 * Pays and places what was reviewed. Throws the session's refusals and TooManyTries, and then nothing was ordered and no
 * money is held.
 */
export async function submitOrder(session: Session, ordering: Ordering, card: Card): Promise<Outcome> {
  const cart = await readOrderable(session);
  if (cart?.id !== ordering.cartId) return findPlacedOrder(session, ordering.cartId);
  const news = describeChanges(ordering, cart.lines);
  if (news.length > 0) return { status: "changed", news };
  return crossing(async () => {
    const payment = await hold(session, ordering, card);
    if (payment.status !== "authorised") return payment;
    return completeOrder({ ...ordering, paymentId: payment.id });
  });
}

/** Asks the bank for the money, unless it has said no too often. Throws TooManyTries. */
async function hold({ id }: Session, { cartId, totalCents }: Ordering, card: Card): Promise<Authorisation> {
  return tryPayment({ session: id, network: await readClientNetwork() }, () =>
    authorisePayment({ key: cartId, amountCents: totalCents, card }),
  );
}

/** Two submits of one cart share one payment: when one gave it back while the other was about to spend it, it is held again. */
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

/** Places an order whose money is held. Whatever hinders it gives the money back. */
export async function completeOrder(order: Ordering & { paymentId: string }): Promise<Outcome> {
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
  // After the order stands: what was typed is forgotten, and the e-mail goes out.
  if (placed.isNew) {
    await changeSessionDraft("checkout", () => null).catch(() => false);
    mailAfterAnswer(async () => mail);
  }
  return placed;
}

/** The mail of an order, written down with it: whoever has the order gets the mail. */
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

/** Keeps an order that waits for the bank's challenge, so that it can be placed from anywhere the session goes. */
export async function keepPendingOrder(order: Ordering & { paymentId: string }): Promise<void> {
  await changeSessionDraft("checkout", (before) => ({ ...createDraft(before), pending: order }));
}
