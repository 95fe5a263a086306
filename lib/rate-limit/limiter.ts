import { createHmac } from "node:crypto";
import { Busy, queryPrepared, type Transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { days, formatDuration, hours, minutes } from "@/lib/format/duration";
import { throttle as words } from "@/words/throttle";

// This is the only file that counts tries. Counters stand in the database, so all instances count together and by its
// clock. Why so: docs/decisions/0027-guessing-waits-owners-do-not.md.

/** How often, within how many seconds. Who types wrong stays far below; who guesses gets nowhere. */
export const limits = {
  /** Wrong passwords for one account from one network. */
  logIn: { points: 20, duration: 15 * 60 },
  /** The same while the account is guessed at from many networks. */
  logInUnderAttack: { points: 3, duration: 15 * 60 },
  /** Wrong passwords for one account from everywhere, before that counts as an attack (NIST SP 800-63B-4 section 3.2.2: 100). */
  account: { points: 100, duration: 24 * 60 * 60 },
  /** Wrong passwords from one network, whosever account. Many people may share one. */
  network: { points: 200, duration: 60 * 60 },
  /** Wrong passwords for one account in a browser that has been logged in to it. */
  device: { points: 20, duration: 15 * 60 },
  /** The same for as long as its cookie could be known: then the cookie is nobody's any more, and such a session ends. */
  deviceInAll: { points: 50, duration: days(60) / 1000 },
  /** New accounts from one network; and answers that told that an address has one already. */
  register: { points: 100, duration: 60 * 60 },
  taken: { points: 20, duration: 60 * 60 },
  /** Mails to one address, and mails that one network asked for. Whoever is refused has a link that still works. */
  mailbox: { points: 6, duration: minutes(15) / 1000 },
  mails: { points: 200, duration: 60 * 60 },
  /** Mails to one address in a day, beyond all that. */
  mailboxDay: { points: 24, duration: 24 * 60 * 60 },
  /** Payments that came to nothing, in one session and from one network: nobody tries cards out here. */
  payments: { points: 20, duration: 60 * 60 },
  networkPayments: { points: 200, duration: 60 * 60 },
  /** Tokens from one network that the shop never gave out. */
  tokens: { points: 300, duration: 60 * 60 },
  /** Carts that one network starts without a cookie. Many people may share one: the operator can say how many. */
  guests: { points: () => env().GUESTS_PER_NETWORK, duration: 10 * 60 },
  /** New tokens for one guest's session: one for each page of the checkout that is typed in, and for each try to order. */
  renewals: { points: 200, duration: 60 * 60 },
  /** Right passwords, which cost as much as wrong ones: for one account, and from one network. */
  entries: { points: 60, duration: 15 * 60 },
  networkEntries: { points: () => env().LOGINS_PER_NETWORK, duration: 15 * 60 },
} as const satisfies Record<string, { points: number | (() => number); duration: number }>;

export type Counter = {
  of: keyof typeof limits;
  key: string;
  /** Many networks together, which may be one customer's: they have more points. */
  isSite?: boolean;
};

/** As many points as so many networks: a site of 65,536 that asks from each in turn is one that guesses. */
const NETWORKS_OF_A_SITE = 8;

function pointsOf({ of, isSite }: Counter): number {
  const { points } = limits[of];
  return (typeof points === "function" ? points() : points) * (isSite ? NETWORKS_OF_A_SITE : 1);
}

/** Somebody has to wait. `isFirst`: this is the first try that is refused, so that a flood leaves one event. */
export class TooManyTries extends Error {
  override name = "TooManyTries";
  constructor(
    readonly waitMs: number,
    readonly isFirst: boolean,
  ) {
    super("Too many tries");
  }
}

export type Wait = { status: "wait"; message: string; seconds: number };

/** Runs an action's work and says kindly, by `say`, when its sender has to wait; all other errors pass. */
export async function answerTooManyTries<T>(work: () => Promise<T>, say = words.tooManyTries): Promise<T | Wait> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TooManyTries)) throw error;
    const { waitMs } = error;
    return { status: "wait", message: say(describeWait(waitMs)), seconds: Math.ceil(waitMs / 1000) };
  }
}

/** In whole minutes, or whole hours when it is long; never too few. */
export function describeWait(ms: number): string {
  const unit = ms > hours(1) ? hours(1) : minutes(1);
  return formatDuration(Math.max(1, Math.ceil(ms / unit)) * unit);
}

/** What is counted is not written down: a keyed hash tells accounts and networks apart and names none. */
export function createCounterKey(...parts: string[]): string {
  return createHmac("sha256", env().AUTH_SECRET).update(JSON.stringify(parts)).digest("base64url");
}

/** The two limits of one account and network share one counter; a site's differs by its key. */
function rowKey({ of, key }: Counter): string {
  return `${of === "logInUnderAttack" ? "logIn" : of}:${key}`;
}

// A counter that is over starts again with the try that finds it so.
const COUNT = `
INSERT INTO "Throttle" AS t (key, points, "expiresAt") VALUES ($1, 1, now() + $2 * interval '1 s')
ON CONFLICT (key) DO UPDATE SET
  points = CASE WHEN t."expiresAt" > now() THEN t.points + 1 ELSE 1 END,
  "expiresAt" = CASE WHEN t."expiresAt" > now() THEN t."expiresAt" ELSE excluded."expiresAt" END
RETURNING points, (extract(epoch FROM "expiresAt" - now()) * 1000)::float8 AS "waitMs"`;

type Counted = { points: number; waitMs: number };

/** Counts what makes nobody wait here and now. */
export async function addToCounter(counter: Counter): Promise<Counted> {
  const values = [rowKey(counter), limits[counter.of].duration];
  const [counted] = await queryPrepared<Counted>({ name: "count-try", text: COUNT, values });
  if (!counted) throw new Error("A statement that always returns a row returned none");
  return counted;
}

/** Counts one try. Throws TooManyTries, or Unavailable: without the books nobody can tell, so nobody gets through. */
export async function countTry(counter: Counter): Promise<void> {
  const { points, waitMs } = await addToCounter(counter);
  const most = pointsOf(counter);
  if (points > most) throw new TooManyTries(waitMs, points === most + 1);
}

/** Takes one back that was counted for something that was no failure after all. */
async function takeBack(counter: Counter): Promise<void> {
  const text = `UPDATE "Throttle" SET points = points - 1 WHERE key = $1 AND points > 0`;
  await queryPrepared({ name: "take-try-back", text, values: [rowKey(counter)] });
}

/** Starts a counter again. */
export async function resetCounter(counter: Counter): Promise<void> {
  await queryPrepared({
    name: "forget-tries",
    text: `DELETE FROM "Throttle" WHERE key = $1`,
    values: [rowKey(counter)],
  });
}

/** Whether a counter is full, without counting. */
export async function isCounterFull(counter: Counter): Promise<boolean> {
  const text = `SELECT FROM "Throttle" WHERE key = $1 AND points >= $2 AND "expiresAt" > now()`;
  const values = [rowKey(counter), pointsOf(counter)];
  return (await queryPrepared({ name: "are-tries-used-up", text, values })).length === 1;
}

/**
 * Runs `work` unless a counter is full; only a failure (null, unless told otherwise) stays counted. Counting comes first,
 * since a hundred tries at once would each find room. Throws TooManyTries.
 */
export async function countingFailures<T>(
  counters: Counter[],
  work: () => Promise<T>,
  isFailure = (result: T) => result === null,
): Promise<T> {
  for (const counter of counters) await countTry(counter);
  const giveBack = () => Promise.all(counters.map(takeBack));
  try {
    const result = await work();
    if (!isFailure(result)) await giveBack();
    return result;
  } catch (error) {
    // Nothing was tried: whoever was sent away must not have to wait for that, too.
    if (error instanceof Busy) await giveBack();
    throw error;
  }
}

/** Counters that would start again at the next try. For the sweeper: one batch. */
export async function deleteExpiredCounters(tx: Transaction, size: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "Throttle" WHERE key IN (
      SELECT key FROM "Throttle" WHERE "expiresAt" <= now() LIMIT ${size} FOR UPDATE SKIP LOCKED)`;
}
