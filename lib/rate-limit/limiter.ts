import { createHmac } from "node:crypto";
import { Busy, queryPrepared, type Transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { days, formatDuration, hours, minutes } from "@/lib/format/duration";

// Counts tries. The counters are rows, so all instances count together and by the database's clock. Reasons:
// docs/decisions/0027-guessing-is-limited-without-locking-owners-out.md.

/** How many tries within how many seconds. People who mistype stay far below; guessers do not get far. */
export const limits = {
  /** Wrong passwords for one account from one network. */
  logIn: { points: 20, duration: 15 * 60 },
  /** The same while many networks guess at the account. */
  logInUnderAttack: { points: 3, duration: 15 * 60 },
  /** Wrong passwords for one account from all networks; more count as an attack (NIST SP 800-63B-4 section 3.2.2: 100). */
  account: { points: 100, duration: 24 * 60 * 60 },
  /** Wrong passwords from one network, for any account. Many people may share a network. */
  network: { points: 200, duration: 60 * 60 },
  /** Wrong passwords for one account in a browser that has been logged in to it. */
  device: { points: 20, duration: 15 * 60 },
  /** The same for as long as the browser can be known by its cookie. Then it counts as a stranger, and a session that guessed so often ends. */
  deviceInAll: { points: 50, duration: days(60) / 1000 },
  /** New accounts from one network, and answers that told that an address already has one. */
  register: { points: 100, duration: 60 * 60 },
  taken: { points: 20, duration: 60 * 60 },
  /** Mails to one address, and mails that one network asked for. Whoever is refused has an earlier link that still works. */
  mailbox: { points: 6, duration: minutes(15) / 1000 },
  mails: { points: 200, duration: 60 * 60 },
  /** Mails to one address in a day. */
  mailboxDay: { points: 24, duration: 24 * 60 * 60 },
  /** Failed payments in one session, and from one network: against testing of stolen cards. */
  payments: { points: 20, duration: 60 * 60 },
  networkPayments: { points: 200, duration: 60 * 60 },
  /** Tokens from one network that the shop never gave out. */
  tokens: { points: 300, duration: 60 * 60 },
  /** Guests' sessions that one network starts. Many people may share a network: the operator can set the number. */
  guests: { points: () => env().GUESTS_PER_NETWORK, duration: 10 * 60 },
  /** New tokens for one guest's session: one for each checkout page that is typed in, and for each try to order. */
  renewals: { points: 200, duration: 60 * 60 },
  /** Successful logins, which cost the server as much as failed ones: for one account, and from one network. */
  entries: { points: 60, duration: 15 * 60 },
  networkEntries: { points: () => env().LOGINS_PER_NETWORK, duration: 15 * 60 },
} as const satisfies Record<string, { points: number | (() => number); duration: number }>;

export type Counter = {
  of: keyof typeof limits;
  key: string;
  /** A group of networks that may belong to one customer of a provider: it has more points. */
  isSite?: boolean;
};

/** A site (65,536 IPv6 networks) has the points of this many networks. */
const NETWORKS_OF_A_SITE = 8;

function pointsOf({ of, isSite }: Counter): number {
  const { points } = limits[of];
  return (typeof points === "function" ? points() : points) * (isSite ? NETWORKS_OF_A_SITE : 1);
}

/**
 * Too many tries; `waitMs` until the next is allowed. `isFirst`: the first refused one, so that a flood is recorded once.
 * `tell` says it to whoever tried.
 */
export class TooManyTries extends Error {
  override name = "TooManyTries";
  constructor(
    readonly waitMs: number,
    readonly isFirst: boolean,
    readonly tell = (wait: string) => `Too many tries. Please wait ${wait}.`,
  ) {
    super("Too many tries");
  }
}

export type Wait = { status: "wait"; message: string; seconds: number };

/** What somebody is told who has to wait. */
export function describeTooManyTries({ waitMs, tell }: TooManyTries): Wait {
  return { status: "wait", message: tell(describeWait(waitMs)), seconds: Math.ceil(waitMs / 1000) };
}

/** A waiting time rounded up to minutes, or to hours when it is longer than one. */
export function describeWait(ms: number): string {
  const unit = ms > hours(1) ? hours(1) : minutes(1);
  return formatDuration(Math.max(1, Math.ceil(ms / unit)) * unit);
}

/** The key of a counter: a keyed hash, so that the table names no account and no network. */
export function createCounterKey(...parts: string[]): string {
  return createHmac("sha256", env().AUTH_SECRET).update(JSON.stringify(parts)).digest("base64url");
}

/** Both limits for one account and network share a counter; a site's counter differs by its key. */
function rowKey({ of, key }: Counter): string {
  return `${of === "logInUnderAttack" ? "logIn" : of}:${key}`;
}

// An expired counter starts again at 1.
const COUNT = `
INSERT INTO "Throttle" AS t (key, points, "expiresAt") VALUES ($1, 1, now() + $2 * interval '1 s')
ON CONFLICT (key) DO UPDATE SET
  points = CASE WHEN t."expiresAt" > now() THEN t.points + 1 ELSE 1 END,
  "expiresAt" = CASE WHEN t."expiresAt" > now() THEN t."expiresAt" ELSE excluded."expiresAt" END
RETURNING points, (extract(epoch FROM "expiresAt" - now()) * 1000)::float8 AS "waitMs"`;

type Counted = { points: number; waitMs: number };

/** Counts one try and refuses nothing. Throws Unavailable. */
export async function addToCounter(counter: Counter): Promise<Counted> {
  const values = [rowKey(counter), limits[counter.of].duration];
  const [counted] = await queryPrepared<Counted>({ name: "count-try", text: COUNT, values });
  if (!counted) throw new Error("A statement that always returns a row returned none");
  return counted;
}

/** Counts one try. Throws TooManyTries, and Unavailable: if the counter cannot be read, the request is refused. */
export async function countTry(counter: Counter): Promise<void> {
  const { points, waitMs } = await addToCounter(counter);
  const most = pointsOf(counter);
  if (points > most) throw new TooManyTries(waitMs, points === most + 1);
}

/** Takes back one try that turned out not to count. */
async function takeBack(counter: Counter): Promise<void> {
  const text = `UPDATE "Throttle" SET points = points - 1 WHERE key = $1 AND points > 0`;
  await queryPrepared({ name: "take-try-back", text, values: [rowKey(counter)] });
}

/** Sets a counter back to zero. */
export async function resetCounter(counter: Counter): Promise<void> {
  await queryPrepared({
    name: "forget-tries",
    text: `DELETE FROM "Throttle" WHERE key = $1`,
    values: [rowKey(counter)],
  });
}

/** Whether a counter is used up; counts nothing. */
export async function isCounterFull(counter: Counter): Promise<boolean> {
  const text = `SELECT FROM "Throttle" WHERE key = $1 AND points >= $2 AND "expiresAt" > now()`;
  const values = [rowKey(counter), pointsOf(counter)];
  return (await queryPrepared({ name: "are-tries-used-up", text, values })).length === 1;
}

/**
 * Runs `work` unless a counter is used up; only a failure (null, or what `isFailure` says) stays counted. It is counted
 * before it runs, since otherwise a hundred tries at once would all be allowed. Throws TooManyTries.
 */
export async function countFailures<T>(
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
    // Nothing was tried, so nothing stays counted.
    if (error instanceof Busy) await giveBack();
    throw error;
  }
}

/** Deletes expired counters, for the sweeper: one batch. */
export async function deleteExpiredCounters(tx: Transaction, size: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "Throttle" WHERE key IN (
      SELECT key FROM "Throttle" WHERE "expiresAt" <= now() LIMIT ${size} FOR UPDATE SKIP LOCKED)`;
}
