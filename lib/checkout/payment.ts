import { randomInt } from "node:crypto";
import { askDatabase, prisma, type Transaction, transaction } from "@/lib/db";
import { days, hours } from "@/lib/format/duration";
import { toAsciiDigits } from "@/lib/input/decimal";
import { logError } from "@/lib/log";
import { TryAgain } from "@/lib/session/errors";
import { type Card, type CardTrace, describeCard } from "./card";

// Moves money, with a built-in test provider. A real one replaces the exported functions: docs/checkout.md.

export type Authorisation =
  | { status: "authorised"; id: string }
  | { status: "challenged"; id: string }
  | { status: "declined"; message: string };

type Behaviour = "approve" | "decline" | "insufficient" | "timeout" | "challenge";

export type TestCard = { number: string; behaviour: Behaviour; says: string };

/** The only cards that work here. A real number is refused at once. */
export const testCards: readonly TestCard[] = [
  { number: "4242 4242 4242 4242", behaviour: "approve", says: "is approved" },
  { number: "5555 5555 5555 4444", behaviour: "approve", says: "is approved" },
  { number: "4000 0000 0000 0002", behaviour: "decline", says: "is declined" },
  { number: "4000 0000 0000 9995", behaviour: "insufficient", says: "has too little money" },
  { number: "4000 0000 0000 0119", behaviour: "timeout", says: "gets no answer" },
  { number: "4000 0025 0000 3155", behaviour: "challenge", says: "asks for a code" },
];

const declines: Partial<Record<Behaviour, string>> = {
  decline: "Your bank declined this card. Nothing was charged. Please try another one.",
  insufficient: "There is not enough money on this card. Nothing was charged. Please try another one.",
};

const noAnswer = "The bank did not answer in time. Nothing was charged. Please try again, or with another card.";

/** How long the provider may take. */
const ANSWER_WITHIN_MS = 3_000;

const MAX_WRONG_CODES = 3;

/** How long money is held without an order, because a server died or nobody answered the bank's question. */
const holdLifetime = hours(1);
/** How long failed payments are kept. */
const keepFailed = days(30);

/**
 * Holds money on a card. For one `key` it is held once, however often this is called. If the bank does not answer in time,
 * nothing is held. The card's number is not stored and not passed on. Throws Unavailable.
 */
export async function authorisePayment(request: {
  key: string;
  amountCents: number;
  card: Card;
}): Promise<Authorisation> {
  const { key, amountCents, card } = request;
  const behaviour = testCards.find(({ number }) => number.replaceAll(" ", "") === card.number)?.behaviour;
  if (!behaviour)
    return { status: "declined", message: "Only the test cards can be used here. Please do not enter a real one." };
  if (behaviour === "timeout" && !(await answersInTime(new Promise(() => {})))) {
    return { status: "declined", message: noAnswer };
  }
  return transaction((tx) => hold(tx, { key, amountCents, behaviour, trace: describeCard(card) }));
}

async function answersInTime(answer: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ANSWER_WITHIN_MS);
  });
  return Promise.race([answer.then(() => true), late]).finally(() => clearTimeout(timer));
}

type Hold = { key: string; amountCents: number; behaviour: Behaviour; trace: CardTrace };
type Held = CardTrace & { id: string; status: string; amountCents: number };

/** Decides while the key's row is locked. The same card and amount get the same answer again. */
async function hold(tx: Transaction, { key, amountCents, behaviour, trace }: Hold): Promise<Authorisation> {
  await tx.payment.createMany({ data: { key, amountCents, ...trace, status: "DECLINED" }, skipDuplicates: true });
  const [held] = await tx.$queryRaw<Held[]>`
    UPDATE "Payment" SET "askedAt" = now() WHERE key = ${key} RETURNING id, status::text, "amountCents", brand, last4`;
  if (!held) throw new TryAgain("The payment was forgotten meanwhile");
  const isSame = held.amountCents === amountCents && held.last4 === trace.last4 && held.brand === trace.brand;
  if (held.status === "USED" || (held.status === "AUTHORISED" && isSame)) return { status: "authorised", id: held.id };
  if (held.status === "CHALLENGED" && isSame) return { status: "challenged", id: held.id };

  const isChallenge = behaviour === "challenge";
  const status = isChallenge ? "CHALLENGED" : behaviour === "approve" ? "AUTHORISED" : "DECLINED";
  const code = isChallenge ? String(randomInt(1_000_000)).padStart(6, "0") : null;
  await tx.payment.update({ where: { key }, data: { amountCents, ...trace, status, code, wrongCodes: 0 } });
  if (status === "DECLINED") return { status: "declined", message: declines[behaviour] ?? noAnswer };
  return { status: isChallenge ? "challenged" : "authorised", id: held.id };
}

/** The code that answers the bank's question (the demo shows it, a bank would send it). Null when there is no question. */
export async function readChallenge(id: string): Promise<{ code: string; brand: string; last4: string } | null> {
  const payment = await askDatabase(() => prisma().payment.findUnique({ where: { id } }));
  return payment?.code ? { code: payment.code, brand: payment.brand, last4: payment.last4 } : null;
}

/** Answers the bank's question. The third wrong code declines the payment. */
export async function answerChallenge(id: string, code: string): Promise<"authorised" | "wrong" | "declined"> {
  return transaction(async (tx) => {
    const [payment] = await tx.$queryRaw<{ status: string; code: string | null; wrongCodes: number }[]>`
      SELECT status::text, code, "wrongCodes" FROM "Payment" WHERE id = ${id}::uuid FOR UPDATE`;
    if (payment?.status === "AUTHORISED" || payment?.status === "USED") return "authorised";
    if (payment?.status !== "CHALLENGED") return "declined";
    if (payment.code === toAsciiDigits(code).replace(/\s/g, "")) {
      await tx.payment.update({ where: { id }, data: { status: "AUTHORISED", code: null } });
      return "authorised";
    }
    const wrongCodes = payment.wrongCodes + 1;
    const isOver = wrongCodes >= MAX_WRONG_CODES;
    await tx.payment.update({ where: { id }, data: { wrongCodes, ...(isOver && { status: "DECLINED", code: null }) } });
    return isOver ? "declined" : "wrong";
  });
}

/** Uses held money for an order, in the order's transaction. False when it is not held, or is another amount. */
export async function spendPayment(tx: Transaction, { id, amountCents }: { id: string; amountCents: number }) {
  const { count } = await tx.payment.updateMany({
    where: { id, amountCents, status: "AUTHORISED" },
    data: { status: "USED" },
  });
  return count === 1;
}

/** Gives held money back, unless an order has used it. A failure is only logged: the sweeper releases the money later. */
export async function voidPayment(id: string): Promise<void> {
  try {
    await askDatabase(() =>
      prisma().payment.updateMany({ where: { id, status: "AUTHORISED" }, data: { status: "VOIDED" } }),
    );
  } catch (error) {
    logError("A payment was not given back", error, { payment: id });
  }
}

/**
 * Gives back money that was held for too long without an order; the bank asks again if the shopper returns. For the
 * sweeper: one batch.
 */
export async function releaseLapsedHolds(tx: Transaction, size: number): Promise<number> {
  return tx.$executeRaw`
    UPDATE "Payment" SET status = 'VOIDED', code = NULL WHERE id IN (
      SELECT id FROM "Payment" WHERE status IN ('AUTHORISED', 'CHALLENGED') AND "askedAt" <= now() - ${holdLifetime} * interval '1 ms'
      LIMIT ${size} FOR UPDATE SKIP LOCKED)`;
}

/** Deletes failed payments after `keepFailed`. For the sweeper: one batch. */
export async function deleteFailedPayments(tx: Transaction, size: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "Payment" WHERE id IN (
      SELECT id FROM "Payment" WHERE status IN ('DECLINED', 'VOIDED') AND "askedAt" <= now() - ${keepFailed} * interval '1 ms'
      LIMIT ${size} FOR UPDATE SKIP LOCKED)`;
}
