import { askDatabase, prisma, queryPrepared, type Transaction, unlessReadsOnly } from "@/lib/db";
import type { EndReason } from "@/lib/generated/prisma/enums";
import { recordEvent, recordReuse } from "@/lib/session/events/record";
import { endSession, endSessionUnlessChanged } from "./end";
import { endLostSession, undoRotation } from "./lost";
import { type Facts, findKind, findTimeout, judgeReplay, policies, repeatNoticeFor, touchInterval } from "./policy";
import type { Hash } from "./token";
import { fingerprintBytes } from "./token";

// This file, end.ts, lost.ts and login.ts are the only ones that touch the sessions' and retired tokens' tables.
// Everything takes hashes: a token never comes this far.

/** The account a session belongs to, as the finding query reads it. */
export type Owner = { id: string; name: string; email: string; role: "CUSTOMER" | "STAFF" };

export type Session = Facts & {
  id: string;
  device: string;
  authenticatedAt: Date | null;
  /** Null for a guest. */
  user: Owner | null;
  /** Pieces in the open cart. */
  cartCount: number;
  /** What was typed before a timeout waits to be handed out. */
  hasDraft: boolean;
  /** Pieces that came with the login, until it has been said. */
  mergedPieces: number | null;
};

export type Found =
  /** `isUnknown`: a token that the shop never gave out, or forgot long ago. Unknown, over and explained, or a guest's that is over: all of them look the same. `said`: explained, and a moment ago. */
  | { state: "none"; said?: { session: Session; reason: EndReason; isFresh: boolean }; isUnknown?: true }
  /** A token that was just replaced: open nothing, start nothing, try again. */
  | { state: "retry"; isGuest: boolean }
  /** A member's session that is over and whose owner was not told yet. */
  | { state: "ended"; session: Session; reason: EndReason }
  | { state: "live"; session: Session; now: Date };

type Row = Session & {
  endedAt: Date | null;
  endReason: EndReason | null;
  explainedAt: Date | null;
  accountClosed: boolean;
  /** The presented token is a replaced one; the next three are null otherwise. */
  retiredAt: Date | null;
  authenticated: boolean | null;
  successorSeenAt: Date | null;
  /** A predecessor of this live token waits for this answer to arrive. */
  successorUnseen: boolean;
  now: Date;
};

const FACTS = `s.id, s."userId", s.remembered, s."createdAt", s."loggedInAt", s."authenticatedAt", s."lastSeenAt", s.device, u.role`;

// The one query of a dynamic request: session, owner, cart count and the database's clock, by live or retired token.
const FIND = `
WITH held AS (
  SELECT id, NULL::timestamptz AS "retiredAt", NULL::boolean AS authenticated, NULL::timestamptz AS "successorSeenAt"
  FROM "Session" WHERE "tokenHash" = $1
  UNION ALL
  SELECT "sessionId", "retiredAt", authenticated, "successorSeenAt" FROM "RetiredToken" WHERE hash = $1
)
SELECT ${FACTS}, s."endedAt", s."endReason", s."explainedAt",
  CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'role', u.role) END AS user,
  (u."disabledAt" IS NOT NULL OR u."deletedAt" IS NOT NULL) AS "accountClosed",
  (SELECT coalesce(sum(l.quantity), 0)::int FROM "Cart" c JOIN "CartLine" l ON l."cartId" = c.id
   WHERE c."closedAt" IS NULL AND (c."userId" = s."userId" OR c."sessionId" = s.id)) AS "cartCount",
  CASE WHEN s."mergedSaidAt" IS NULL OR s."mergedSaidAt" > now() - ${repeatNoticeFor} * interval '1 ms' THEN s."mergedPieces" END AS "mergedPieces",
  s.sealed ? 'draft' AS "hasDraft", held."retiredAt", held.authenticated, held."successorSeenAt",
  EXISTS (SELECT FROM "RetiredToken" r WHERE r."sessionId" = s.id AND r."successorSeenAt" IS NULL) AS "successorUnseen",
  now() AS now
FROM held JOIN "Session" s ON s.id = held.id LEFT JOIN "User" u ON u.id = s."userId"`;

/**
 * What a token stands for now; `isFromBrowser` proves that it has arrived there. Ends the session at once when it is
 * overdue or its account is closed, and judges replays of replaced tokens. Throws Unavailable when nobody can tell.
 */
export async function findSessionByToken(
  tokenHash: Hash,
  { isFromBrowser }: { isFromBrowser: boolean },
): Promise<Found> {
  const [row] = await queryPrepared<Row>({ name: "find-session", text: FIND, values: [tokenHash] });
  if (!row) return { state: "none", isUnknown: true };
  if (row.retiredAt) return findReplayed(row, row.retiredAt, tokenHash);
  if (row.endedAt) return asEnded(row);

  const reason = row.accountClosed ? "ACCOUNT_DISABLED" : findTimeout(row, row.now);
  if (reason) {
    // What is over is over, also while nobody can write it down.
    const ended = await unlessReadsOnly(() => endSessionUnlessChanged(row, reason), true);
    return ended ? asEnded({ ...row, endReason: reason }) : findSessionByToken(tokenHash, { isFromBrowser });
  }
  if (row.successorUnseen && isFromBrowser) await unlessReadsOnly(() => markArrived(row.id, tokenHash), undefined);
  return { state: "live", session: row, now: row.now };
}

async function findReplayed(row: Row, retiredAt: Date, tokenHash: Hash): Promise<Found> {
  const { successorSeenAt, now } = row;
  if (row.endedAt) return successorSeenAt ? { state: "none" } : asEnded(row);

  const verdict = judgeReplay({ retiredAt, successorSeenAt }, now);
  const retry = { state: "retry", isGuest: !row.userId } as const;
  if (verdict === "in flight") return retry;
  if (verdict === "lost" && retry.isGuest) {
    const isUndone = await unlessReadsOnly(() => undoRotation(row.id, tokenHash), false);
    return isUndone ? findSessionByToken(tokenHash, { isFromBrowser: false }) : retry;
  }
  if (verdict === "lost") {
    const ended = await unlessReadsOnly(() => endLostSession(row.id, tokenHash), true);
    return ended
      ? asEnded({ ...row, endReason: "ROTATION_LOST" })
      : findSessionByToken(tokenHash, { isFromBrowser: false });
  }
  await unlessReadsOnly(async () => {
    await recordReuse(row.id, retiredAt);
    if (row.authenticated) await endSession(row.id, "REUSE_DETECTED");
  }, undefined);
  return { state: "none" };
}

/** Only members are told: a guest's session that is over is no session. */
function asEnded(row: Row): Found {
  const { endReason: reason, userId, explainedAt, now } = row;
  if (!reason || !userId) return { state: "none" };
  if (!explainedAt) return { state: "ended", session: row, reason };
  const isFresh = now.getTime() - explainedAt.getTime() < repeatNoticeFor;
  return { state: "none", said: { session: row, reason, isFresh } };
}

/** Writes down activity, at most once per `touchInterval`. Never brings back a session that is over: no upsert. */
export async function extendSession(session: Session): Promise<void> {
  const { idle, absolute } = policies[findKind(session)];
  await askDatabase(
    () => prisma().$executeRaw`
      UPDATE "Session" SET "lastSeenAt" = now()
      WHERE id = ${session.id}::uuid AND "endedAt" IS NULL AND "userId" IS NOT DISTINCT FROM ${session.userId}::uuid
        AND "lastSeenAt" <= now() - ${touchInterval} * interval '1 ms'
        AND "lastSeenAt" > now() - ${idle} * interval '1 ms'
        AND coalesce("loggedInAt", "createdAt") > now() - ${absolute} * interval '1 ms'`,
  );
}

/** Starts a guest's session. */
export async function startSession(
  tx: Transaction,
  tokenHash: Hash,
  { device, network = null }: { device: string; network?: string | null },
): Promise<Session> {
  const { id } = await tx.session.create({ data: { tokenHash, device } });
  await recordEvent(tx, { sessionId: id, type: "started", detail: { device, network } });
  return readSession(tx, id);
}

/**
 * Replaces the token in place. `confirmedOn`: the device on which its owner just confirmed who they are, which makes the
 * login fresh there. False when `current` was no longer the session's token: somebody else was faster, and nothing was
 * changed.
 */
export async function replaceToken(
  tx: Transaction,
  session: Pick<Session, "id" | "userId">,
  { current, next, confirmedOn = null }: { current: Hash; next: Hash; confirmedOn?: string | null },
): Promise<boolean> {
  const replaced = await tx.$executeRaw`
    WITH replaced AS (
      UPDATE "Session"
      SET "tokenHash" = ${next}, device = coalesce(${confirmedOn}, device),
        "authenticatedAt" = CASE WHEN ${confirmedOn}::text IS NULL THEN "authenticatedAt" ELSE now() END
      WHERE id = ${session.id}::uuid AND "tokenHash" = ${current} AND "endedAt" IS NULL RETURNING id, "userId"
    ), arrived AS (
      UPDATE "RetiredToken" SET "successorSeenAt" = now()
      WHERE "sessionId" = (SELECT id FROM replaced) AND "successorSeenAt" IS NULL
    )
    INSERT INTO "RetiredToken" (hash, "sessionId", authenticated)
    SELECT ${current}, id, "userId" IS NOT NULL FROM replaced`;
  if (replaced === 0) return false;
  await recordEvent(tx, {
    sessionId: session.id,
    userId: session.userId,
    type: "rotated",
    detail: { isConfirmed: confirmedOn !== null },
  });
  return true;
}

/** Locks a live session against promotion and end until the transaction is over, and says whose it is now. */
export async function lockSession(tx: Transaction, id: string): Promise<{ id: string; userId: string | null } | null> {
  const [row] = await tx.$queryRaw<{ id: string; userId: string | null }[]>`
    SELECT id, "userId" FROM "Session" WHERE id = ${id}::uuid AND "endedAt" IS NULL FOR SHARE`;
  return row ?? null;
}

/** A session as it is inside the transaction. */
export async function readSession(tx: Transaction, id: string): Promise<Session> {
  const [row] = await tx.$queryRaw<[Session]>`
    SELECT s.id, s."userId", s.remembered, s."createdAt", s."loggedInAt", s."authenticatedAt", s."lastSeenAt", s.device,
      u.role, CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'role', u.role) END AS user,
      0 AS "cartCount", false AS "hasDraft", NULL::int AS "mergedPieces"
    FROM "Session" s LEFT JOIN "User" u ON u.id = s."userId" WHERE s.id = ${id}::uuid`;
  return row;
}

/** What the glass box shows beside the facts: how the stored hash begins, and how many tokens were replaced. */
export async function readFingerprint(
  id: string,
): Promise<{ fingerprint: string; replaced: number; now: Date } | null> {
  const rows = await askDatabase(
    () => prisma().$queryRaw<{ fingerprint: string; replaced: number; now: Date }[]>`
      SELECT encode(substring("tokenHash" FROM 1 FOR ${fingerprintBytes}::int), 'hex') AS fingerprint, now() AS now,
        (SELECT count(*)::int FROM "RetiredToken" WHERE "sessionId" = s.id) AS replaced
      FROM "Session" s WHERE id = ${id}::uuid`,
  );
  return rows[0] ?? null;
}

/**
 * Moves all of a live session's times back, so that it can only end sooner (the glass box lets time pass). Returns the
 * session as it is then; null when it had ended.
 */
export async function ageSession(tx: Transaction, id: string, ms: number): Promise<(Session & { now: Date }) | null> {
  if (!(ms > 0)) throw new RangeError("Time only passes");
  const aged = await tx.$executeRaw`
    UPDATE "Session" SET "createdAt" = "createdAt" - ${ms} * interval '1 ms', "loggedInAt" = "loggedInAt" - ${ms} * interval '1 ms',
      "authenticatedAt" = "authenticatedAt" - ${ms} * interval '1 ms', "lastSeenAt" = "lastSeenAt" - ${ms} * interval '1 ms'
    WHERE id = ${id}::uuid AND "endedAt" IS NULL`;
  if (aged === 0) return null;
  await tx.$executeRaw`
    UPDATE "RetiredToken" SET "retiredAt" = "retiredAt" - ${ms} * interval '1 ms',
      "successorSeenAt" = "successorSeenAt" - ${ms} * interval '1 ms' WHERE "sessionId" = ${id}::uuid`;
  const session = await readSession(tx, id);
  await recordEvent(tx, { sessionId: id, userId: session.userId, type: "aged", detail: { ms } });
  const [{ now }] = await tx.$queryRaw<[{ now: Date }]>`SELECT now() AS now`;
  return { ...session, now };
}

/** The browser itself has sent this token, so it has arrived; not if it was replaced meanwhile: then its successor has not. */
async function markArrived(sessionId: string, tokenHash: Hash) {
  await askDatabase(
    () => prisma().$executeRaw`
      UPDATE "RetiredToken" SET "successorSeenAt" = now() WHERE "sessionId" = ${sessionId}::uuid AND "successorSeenAt" IS NULL
        AND EXISTS (SELECT FROM "Session" WHERE id = ${sessionId}::uuid AND "tokenHash" = ${tokenHash})`,
  );
}
