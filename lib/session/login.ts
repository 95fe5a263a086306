import { askDatabase, prisma, type Transaction } from "@/lib/db";
import { recordLogin } from "@/lib/session/events/record";
import { endSession } from "./end";
import { type Facts, findTimeout, sessionLimit } from "./policy";
import { readSession, type Session } from "./store";
import type { Hash } from "./token";

// What a login does to the session tables, in the transaction of the one who holds the user's row.

export type Login = {
  /** What the browser sent along: its guest's session is promoted. */
  presented: Hash | null;
  next: Hash;
  userId: string;
  remembered: boolean;
  device: string;
  /** A rough place: an address prefix. */
  network?: string | null;
};

/**
 * Makes the user the owner of the browser's session under a new token: a guest's session, or their own, is rotated in
 * place; somebody else's is ended (SWITCHED_USER) and a new one started (OWASP session fixation; ASVS 7.2.4). Ends the
 * least recently used session beyond `sessionLimit`. The caller holds the user's row.
 */
export async function promoteSession(tx: Transaction, login: Login): Promise<Session> {
  const present = login.presented && (await claim(tx, login.presented));
  const isOurs = present && (present.userId === null || present.userId === login.userId);
  if (present && !isOurs) await endSession(present.id, "SWITCHED_USER", tx);
  const id = isOurs ? await rotateIntoLogin(tx, present, login) : await startLoggedIn(tx, login);
  if (login.presented && !present) await replaceLost(tx, login.presented, { id, userId: login.userId });
  await enforceLimit(tx, login.userId, id);
  return readSession(tx, id);
}

/** Locks the presented token's live session; an overdue one is ended for its own reason. */
async function claim(tx: Transaction, presented: Hash): Promise<Present | null> {
  const [row] = await tx.$queryRaw<Present[]>`
    SELECT s.id, s."userId", s.remembered, s."createdAt", s."loggedInAt", s."lastSeenAt", u.role, now() AS now
    FROM "Session" s LEFT JOIN "User" u ON u.id = s."userId"
    WHERE s."tokenHash" = ${presented} AND s."endedAt" IS NULL FOR UPDATE OF s`;
  const reason = row && findTimeout(row, row.now);
  if (row && reason) await endSession(row.id, reason, tx);
  return row && !reason ? row : null;
}

/**
 * The presented token had been replaced, but its successor never arrived in this browser: the session that waits for
 * it is ended, and the new one takes its place, so that a browser that logs in over and over has one session. Only when
 * both are the same user's: otherwise whoever planted the token could end the new session with it as a theft.
 */
async function replaceLost(tx: Transaction, presented: Hash, { id, userId }: { id: string; userId: string }) {
  const lost = await tx.retiredToken.findFirst({
    where: { hash: presented, successorSeenAt: null, session: { userId } },
  });
  if (!lost) return;
  await endSession(lost.sessionId, "ROTATION_LOST", tx);
  await tx.$executeRaw`UPDATE "RetiredToken" SET "sessionId" = ${id}::uuid, "retiredAt" = now() WHERE hash = ${presented}`;
}

/** Writes down how many pieces came with the login, so that it can be said. The caller's transaction logs in. */
export async function recordMergedPieces(tx: Transaction, id: string, mergedPieces: number): Promise<void> {
  await tx.session.update({ where: { id }, data: { mergedPieces, mergedSaidAt: null } });
}

/** Stamps that the shopper was told of the pieces that came with the login. */
export async function markMergedSaid(id: string): Promise<void> {
  await askDatabase(
    () => prisma().$executeRaw`
      UPDATE "Session" SET "mergedSaidAt" = now() WHERE id = ${id}::uuid AND "mergedSaidAt" IS NULL`,
  );
}

type Present = Facts & { id: string; now: Date };

async function rotateIntoLogin(
  tx: Transaction,
  present: Present,
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

/** Keeps a token that is about to be replaced, so that its replay is recognised. It was presented, so it had arrived. */
async function retireToken(tx: Transaction, sessionId: string) {
  await tx.$executeRaw`
    WITH arrived AS (
      UPDATE "RetiredToken" SET "successorSeenAt" = now() WHERE "sessionId" = ${sessionId}::uuid AND "successorSeenAt" IS NULL
    )
    INSERT INTO "RetiredToken" (hash, "sessionId", authenticated)
    SELECT "tokenHash", id, "userId" IS NOT NULL FROM "Session" WHERE id = ${sessionId}::uuid`;
}

/** Ends what the user has beyond `sessionLimit`, the least recently used first; overdue ones get their own reason. */
async function enforceLimit(tx: Transaction, userId: string, keep: string) {
  const rows = await tx.$queryRaw<Present[]>`
    SELECT s.id, s."userId", s.remembered, s."createdAt", s."loggedInAt", s."lastSeenAt", u.role, now() AS now
    FROM "Session" s JOIN "User" u ON u.id = s."userId"
    WHERE s."userId" = ${userId}::uuid AND s."endedAt" IS NULL
    ORDER BY s.id <> ${keep}::uuid, s."lastSeenAt" DESC, s.id`;
  let live = 0;
  for (const row of rows) {
    const reason = findTimeout(row, row.now) ?? (++live > sessionLimit ? "SESSION_LIMIT" : null);
    if (reason) await endSession(row.id, reason, tx);
  }
}
