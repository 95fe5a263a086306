"use server";

import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { type GoTo, goTo } from "@/lib/actions/navigate";
import { type Refused, runAction } from "@/lib/actions/run";
import { readOrderable } from "@/lib/cart/ordering";
import { mergeTyped, type Ordering, type Problems, readDraft, readOrdering, readTyped } from "@/lib/checkout/form";
import { findJustPlaced } from "@/lib/checkout/orders";
import { answerChallenge } from "@/lib/checkout/payment";
import { completeOrder, keepPendingOrder, type Outcome, submitOrder } from "@/lib/checkout/place-order";
import { needsFreshLogin } from "@/lib/checkout/totals";
import * as addresses from "@/lib/postal/addresses";
import {
  changeSessionDraft,
  isFreshLogin,
  isMember,
  recoverToken,
  replaceGuestToken,
  requireUser,
  resumeSession,
  type Session,
  withSession,
} from "@/lib/session";

export type CheckoutAnswer =
  | { status: "idle" }
  | { status: "invalid"; problems: Problems }
  | { status: "changed"; news: string[] }
  | { status: "declined"; message: string }
  | GoTo
  | Refused;

/** Places the order, or saves what was typed and says what is missing. Nothing of a card comes back. */
export async function placeOrder(_: CheckoutAnswer, form: FormData): Promise<CheckoutAnswer> {
  const answer = await runAction(async () => {
    await replaceGuestToken(form.get("page"));
    await changeSessionDraft("checkout", (before) => mergeTyped(before, readTyped(form)));
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
 * Where it goes on when there is nothing to check out any more: to what another submit has just ordered, or to the cart.
 * The page would lead there by itself, but where no script runs, its redirect would send the form along.
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
  return answerTo(await submitOrder(session, read.ordering, read.card), read.ordering);
}

/** The total is what the form says; `describeChanges` refuses one that is not the true one. */
async function mustConfirm(session: Session, ordering: Ordering): Promise<boolean> {
  return isMember(session) && needsFreshLogin(ordering) && !(await isFreshLogin());
}

async function answerTo(outcome: Outcome, ordering: Ordering): Promise<CheckoutAnswer> {
  if (outcome.status === "placed") return { status: "go", next: `/orders/${outcome.number}?placed` };
  if (outcome.status === "again") return toLogin;
  if (outcome.status !== "challenged") return outcome;
  await keepPendingOrder({ ...ordering, paymentId: outcome.id });
  return { status: "go", next: "/checkout/challenge" };
}

export type ChallengeAnswer = { status: "idle" } | { status: "wrong"; message: string } | GoTo | Refused;

/** Answers the bank's question and places the order that waited for it. */
export async function confirmPayment(_: ChallengeAnswer, form: FormData): Promise<ChallengeAnswer> {
  const answer = await runAction(async () => {
    await recoverToken(form.get("page"));
    const session = await resumeSession();
    return session ? challenge(session, form) : toLogin;
  });
  return answer.status === "go" ? goTo(answer.next) : answer;
}

async function challenge(session: Session, form: FormData): Promise<ChallengeAnswer> {
  const { pending } = await readDraft(session.id);
  if (!pending) return { status: "go", next: "/checkout" };
  if (await mustConfirm(session, pending)) return { status: "go", next: "/confirm?next=/checkout/challenge" };
  await replaceGuestToken(form.get("page"));
  const verdict = await answerChallenge(pending.paymentId, String(form.get("code") ?? ""));
  if (verdict === "wrong") return { status: "wrong", message: "This is not the code. Please look again." };
  if (verdict === "declined") return { status: "go", next: "/checkout?declined" };
  const outcome = await completeOrder(pending);
  if (outcome.status === "placed") return { status: "go", next: `/orders/${outcome.number}?placed` };
  return { status: "go", next: "/checkout?changed" };
}

/** Puts one of the member's saved addresses into the checkout, where no script does. */
export async function fillInAddress(form: FormData): Promise<void> {
  const { userId } = await requireUser("/checkout");
  const asked = z.uuid().safeParse(form.get("address"));
  const saved = asked.success && (await addresses.findAddress(userId, asked.data));
  if (!saved) notFound();
  const { id, ...address } = saved;
  await changeSessionDraft("checkout", (before) => mergeTyped(before, address));
  redirect("/checkout");
}
