import type { Transaction } from "@/lib/db";
import { recordLogin } from "@/lib/session/events/record";
import { factColumns, type StoredSession, type TimedFacts } from "./columns";
import { endSession } from "./end";
import { findTimeout, sessionLimit } from "./policy";
import { replaceLostSession, retireToken } from "./retired-tokens";
import { readSession } from "./store";
import type { Hash } from "./token";

// What a login does to the session tables. The caller's transaction holds the user's row, so two logins of one user run
// one after the other, and the second sees the sessions and the cart of the first.

export type Login = {
  /** The token that the browser sent. */
  presented: Hash | null;
  /** The token that the browser gets. */
  next: Hash;
  userId: string;
  remembered: boolean;
  device: string;
  /** A rough place: the prefix of a network address. */
  network?: string | null;
};

/**
 * Gives the user a logged-in session under a new token (OWASP session fixation; ASVS 7.2.4). The browser's own session
 * becomes it when it is a guest's or the same user's; somebody else's is ended (SWITCHED_USER) and a new one started.
 * Ends the least recently used sessions beyond `sessionLimit`.
 */
export async function promoteSession(tx: Transaction, login: Login): Promise<StoredSession> {
  const present = login.presented && (await lockPresented(tx, login.presented));
  const isOurs = present && (present.userId === null || present.userId === login.userId);
  if (present && !isOurs) await endSession(present.id, "SWITCHED_USER", tx);
  const id = isOurs ? await rotateIntoLogin(tx, present, login) : await startLoggedIn(tx, login);
  if (login.presented && !present) await replaceLostSession(tx, login.presented, { id, userId: login.userId });
  await enforceLimit(tx, login.userId, id);
  return readSession(tx, id);
}

/** Locks the live session of the browser's token. Null when there is none; an overdue one is ended by its limit first. */
async function lockPresented(tx: Transaction, presented: Hash): Promise<TimedFacts | null> {
  const [row] = await tx.$queryRaw<TimedFacts[]>`
    SELECT ${factColumns} FROM "Session" s LEFT JOIN "User" u ON u.id = s."userId"
    WHERE s."tokenHash" = ${presented} AND s."endedAt" IS NULL FOR UPDATE OF s`;
  const reason = row && findTimeout(row, row.now);
  if (row && reason) await endSession(row.id, reason, tx);
  return row && !reason ? row : null;
}

async function rotateIntoLogin(
  tx: Transaction,
  present: TimedFacts,
  { next, userId, remembered, device, network = null }: Login,
) {
  await retireToken(tx, present.id);
  await tx.$executeRaw`
    UPDATE "Session" SET "tokenHash" = ${next}, "userId" = ${userId}::uuid, remembered = ${remembered}, device = ${device},
      "loggedInAt" = now(), "authenticatedAt" = now(), "lastSeenAt" = now()
    WHERE id = ${present.id}::uuid`;
  const type = present.userId ? "rotated" : "promoted";
  await recordLogin(tx, { sessionId: present.id, userId, type, device, remembered, network });
  return present.id;
}

async function startLoggedIn(tx: Transaction, { next, userId, remembered, device, network = null }: Login) {
  const [row] = await tx.$queryRaw<[{ now: Date }]>`SELECT now() AS now`;
  const { id } = await tx.session.create({
    data: { tokenHash: next, userId, remembered, device, loggedInAt: row.now, authenticatedAt: row.now },
  });
  await recordLogin(tx, { sessionId: id, userId, type: "started", device, remembered, network });
  return id;
}

/** Ends the user's sessions beyond `sessionLimit`, the least recently used first; overdue ones get their own reason. */
async function enforceLimit(tx: Transaction, userId: string, keep: string) {
  const rows = await tx.$queryRaw<TimedFacts[]>`
    SELECT ${factColumns} FROM "Session" s JOIN "User" u ON u.id = s."userId"
    WHERE s."userId" = ${userId}::uuid AND s."endedAt" IS NULL
    ORDER BY s.id <> ${keep}::uuid, s."lastSeenAt" DESC, s.id`;
  let live = 0;
  for (const row of rows) {
    const reason = findTimeout(row, row.now) ?? (++live > sessionLimit ? "SESSION_LIMIT" : null);
    if (reason) await endSession(row.id, reason, tx);
  }
}
