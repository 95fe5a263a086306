"use server";

import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { type GoTo, goTo } from "@/lib/actions/navigate";
import { type Refused, runAction } from "@/lib/actions/run";
import { readOrderable } from "@/lib/cart/ordering";
import { checkoutPlace, keepPendingOrder, readPendingOrder } from "@/lib/checkout/draft";
import { type Ordering, type Problems, readOrdering } from "@/lib/checkout/form";
import { findJustPlaced } from "@/lib/checkout/orders";
import { answerChallenge } from "@/lib/checkout/payment";
import { completeOrder, type Outcome, submitOrder } from "@/lib/checkout/place-order";
import { needsFreshLogin } from "@/lib/checkout/totals";
import * as addresses from "@/lib/postal/addresses";
import {
  isFreshLogin,
  isMember,
  recoverToken,
  replaceGuestToken,
  requireUser,
  resumeSession,
  type Session,
  saveDraft,
  withSession,
} from "@/lib/session";
import { pickFields } from "@/lib/session/encrypted/draft-place";

export type CheckoutAnswer =
  | { status: "idle" }
  | { status: "invalid"; problems: Problems }
  | { status: "changed"; news: string[] }
  | { status: "declined"; message: string }
  | GoTo
  | Refused;

/** Places the order, or saves what was typed and says what is wrong. No card data is in the answer. */
export async function placeOrder(_: CheckoutAnswer, form: FormData): Promise<CheckoutAnswer> {
  const answer = await runAction(async () => {
    await replaceGuestToken(form.get("page"));
    await saveDraft(checkoutPlace, pickFields(form, checkoutPlace.names));
    if (form.get("intent") === "save") return { status: "go" as const, next: "/checkout" };
    const session = await resumeSession();
    return session ? order(session, form) : toLogin;
  });
  const next = answer.status === "go" ? answer.next : await findWayOn().catch(() => null);
  if (next) return goTo(next);
  if (answer.status === "changed") refresh();
  return answer;
}

/**
 * Where to go when there is nothing left to check out: to the order that another submit has just placed, or to the cart. The
 * page itself redirects there, too, but without JavaScript that redirect would send the form again.
 */
async function findWayOn(): Promise<string | null> {
  const session = await resumeSession();
  if (!session || (await readOrderable(session))) return null;
  const number = await findJustPlaced(session);
  return number ? `/orders/${number}?placed` : "/cart";
}

const toLogin: GoTo = { status: "go", next: "/login?next=/checkout" };

async function order(session: Session, form: FormData): Promise<CheckoutAnswer> {
  const read = readOrdering(form, { email: session.user?.email, now: new Date() });
  if (!read) return { status: "changed", news: ["This page was out of date. Please look at your order again."] };
  if ("problems" in read) return { status: "invalid", problems: read.problems };
  if (await mustConfirm(session, read.ordering)) return { status: "go", next: "/confirm?next=/checkout" };
  if (form.has("saveAddress")) await withSession((tx, owner) => addresses.addAddress(tx, owner, read.ordering.address));
  const outcome = await submitOrder(session, read.ordering, read.card);
  if (outcome.status !== "challenged") return answerTo(outcome);
  await keepPendingOrder(session.id, { ...read.ordering, paymentId: outcome.id });
  return { status: "go", next: "/checkout/challenge" };
}

/** Trusts the form's total: an order with a wrong one is refused by `describeChanges`. */
async function mustConfirm(session: Session, ordering: Ordering): Promise<boolean> {
  return isMember(session) && needsFreshLogin(ordering) && !(await isFreshLogin());
}

function answerTo(outcome: Exclude<Outcome, { status: "challenged" }>): CheckoutAnswer {
  if (outcome.status === "placed") return { status: "go", next: `/orders/${outcome.number}?placed` };
  return outcome.status === "again" ? toLogin : outcome;
}

export type ChallengeAnswer = { status: "idle" } | { status: "wrong"; message: string } | GoTo | Refused;

/** Answers the bank's question with the code, and places the order that waits for it. */
export async function confirmPayment(_: ChallengeAnswer, form: FormData): Promise<ChallengeAnswer> {
  const answer = await runAction(async () => {
    await recoverToken(form.get("page"));
    const session = await resumeSession();
    return session ? challenge(session, form) : toLogin;
  });
  return answer.status === "go" ? goTo(answer.next) : answer;
}

async function challenge(session: Session, form: FormData): Promise<ChallengeAnswer> {
  const pending = await readPendingOrder(session.id);
  if (!pending) return { status: "go", next: "/checkout" };
  if (await mustConfirm(session, pending)) return { status: "go", next: "/confirm?next=/checkout/challenge" };
  await replaceGuestToken(form.get("page"));
  const verdict = await answerChallenge(pending.paymentId, String(form.get("code") ?? ""));
  if (verdict === "wrong") return { status: "wrong", message: "This is not the code. Please look again." };
  if (verdict === "declined") return { status: "go", next: "/checkout?declined" };
  const outcome = await completeOrder(session, pending);
  if (outcome.status === "placed") return { status: "go", next: `/orders/${outcome.number}?placed` };
  return { status: "go", next: "/checkout?changed" };
}

/** Fills one of the member's saved addresses into the checkout, for browsers without JavaScript. */
export async function fillInAddress(form: FormData): Promise<void> {
  const { userId } = await requireUser("/checkout");
  const asked = z.uuid().safeParse(form.get("address"));
  const saved = asked.success && (await addresses.findAddress(userId, asked.data));
  if (!saved) notFound();
  const { id, ...address } = saved;
  await saveDraft(checkoutPlace, address);
  redirect("/checkout");
}
