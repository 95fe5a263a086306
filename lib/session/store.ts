import { askDatabase, prisma, queryPrepared, skipIfReadOnly, type Transaction } from "@/lib/db";
import type { EndReason } from "@/lib/generated/prisma/enums";
import { recordEvent, recordReuse } from "@/lib/session/events/record";
import { type StoredSession, sessionColumns } from "./columns";
import { endSession, endSessionUnlessChanged } from "./end";
import { findKind, findTimeout, judgeReplay, policies, repeatNoticeFor, touchInterval } from "./policy";
import { ageRetiredTokens, endLostSession, markArrived, undoRotation } from "./retired-tokens";
import { fingerprintBytes, type Hash } from "./token";

// Finds a session by its token's hash, and reads and writes the rows of sessions. A token itself never comes this far.

/** A session as a request meets it, with what pages show beside it. */
export type Session = StoredSession & {
  /** Pieces in the open cart. */
  cartCount: number;
  /** What was typed before a timeout can be put back. */
  hasDraft: boolean;
  /** Pieces that came into the cart with the login, until the shopper has been told. */
  mergedPieces: number | null;
};

/** What a token stands for. */
export type Found =
  /**
   * No session, in one of three cases. The token is unknown: the shop never gave it out, or has forgotten it
   * (`isUnknown`). Or it was a guest's, whose end is not told. Or the owner was told of the end before (`toldBefore`),
   * perhaps only a moment ago (`isRecent`), so that it may be told again.
   */
  | { state: "none"; toldBefore?: { session: Session; reason: EndReason; isRecent: boolean }; isUnknown?: true }
  /** The token was replaced a moment ago: the request opens nothing and starts nothing, and is to be tried again. */
  | { state: "retry"; isGuest: boolean }
  /** A member's session that is over, and its owner was not told yet. */
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
  /** The browser has not yet been seen using this replacement token. */
  successorUnseen: boolean;
  now: Date;
};

// The one query of a dynamic request: session, owner, cart count and the database's clock, by live or retired token.
const FIND = `
WITH held AS (
  SELECT id, NULL::timestamptz AS "retiredAt", NULL::boolean AS authenticated, NULL::timestamptz AS "successorSeenAt"
  FROM "Session" WHERE "tokenHash" = $1
  UNION ALL
  SELECT "sessionId", "retiredAt", authenticated, "successorSeenAt" FROM "RetiredToken" WHERE hash = $1
)
SELECT ${sessionColumns.sql}, s."endedAt", s."endReason", s."explainedAt",
  (u."disabledAt" IS NOT NULL OR u."deletedAt" IS NOT NULL) AS "accountClosed",
  (SELECT coalesce(sum(l.quantity), 0)::int FROM "Cart" c JOIN "CartLine" l ON l."cartId" = c.id
   WHERE c."closedAt" IS NULL AND (c."userId" = s."userId" OR c."sessionId" = s.id)) AS "cartCount",
  CASE WHEN s."mergedSaidAt" IS NULL OR s."mergedSaidAt" > now() - ${repeatNoticeFor} * interval '1 ms' THEN s."mergedPieces" END AS "mergedPieces",
  jsonb_path_exists(s.sealed, '$.*.waits') AS "hasDraft", held."retiredAt", held.authenticated, held."successorSeenAt",
  EXISTS (SELECT FROM "RetiredToken" r WHERE r."sessionId" = s.id AND r."successorSeenAt" IS NULL) AS "successorUnseen"
FROM held JOIN "Session" s ON s.id = held.id LEFT JOIN "User" u ON u.id = s."userId"`;

/**
 * Finds what a token stands for now. `isFromBrowser`: the browser itself sent it, so the answer that carried it has
 * arrived. Ends the session when it is overdue or its account is closed, and judges the replay of a replaced token.
 * Throws Unavailable when the database does not answer.
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
    // An overdue session stays closed even while the database cannot write that it ended.
    const ended = await skipIfReadOnly(() => endSessionUnlessChanged(row, reason), true);
    return ended ? asEnded({ ...row, endReason: reason }) : findSessionByToken(tokenHash, { isFromBrowser });
  }
  if (row.successorUnseen && isFromBrowser) await skipIfReadOnly(() => markArrived(row.id, tokenHash), undefined);
  return { state: "live", session: row, now: row.now };
}

async function findReplayed(row: Row, retiredAt: Date, tokenHash: Hash): Promise<Found> {
  const { successorSeenAt, now } = row;
  // Once the browser has the new token, whoever sends the old one may be a thief, who is told nothing.
  if (row.endedAt) return successorSeenAt ? { state: "none" } : asEnded(row);

  const verdict = judgeReplay({ retiredAt, successorSeenAt }, now);
  const retry = { state: "retry", isGuest: !row.userId } as const;
  if (verdict === "in flight") return retry;
  if (verdict === "lost" && retry.isGuest) {
    const isUndone = await skipIfReadOnly(() => undoRotation(row.id, tokenHash), false);
    return isUndone ? findSessionByToken(tokenHash, { isFromBrowser: false }) : retry;
  }
  if (verdict === "lost") {
    const ended = await skipIfReadOnly(() => endLostSession(row.id, tokenHash), true);
    return ended
      ? asEnded({ ...row, endReason: "ROTATION_LOST" })
      : findSessionByToken(tokenHash, { isFromBrowser: false });
  }
  await skipIfReadOnly(async () => {
    await recordReuse(row.id, retiredAt);
    if (row.authenticated) await endSession(row.id, "REUSE_DETECTED");
  }, undefined);
  return { state: "none" };
}

/** A member is told why the session is over; a guest's session that is over counts as none. */
function asEnded(row: Row): Found {
  const { endReason: reason, userId, explainedAt, now } = row;
  if (!reason || !userId) return { state: "none" };
  if (!explainedAt) return { state: "ended", session: row, reason };
  const isRecent = now.getTime() - explainedAt.getTime() < repeatNoticeFor;
  return { state: "none", toldBefore: { session: row, reason, isRecent } };
}

/** Records activity, at most once per `touchInterval`. An UPDATE with all limits, so that a session that is over stays over. */
export async function extendSession(session: StoredSession): Promise<void> {
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
): Promise<StoredSession> {
  const { id } = await tx.session.create({ data: { tokenHash, device } });
  await recordEvent(tx, { sessionId: id, type: "started", detail: { device, network } });
  return readSession(tx, id);
}

/** Locks a live session until the transaction is over, so that no login or end changes it, and returns whose it is now. Null when it is over. */
export async function lockSession(tx: Transaction, id: string): Promise<{ id: string; userId: string | null } | null> {
  const [row] = await tx.$queryRaw<{ id: string; userId: string | null }[]>`
    SELECT id, "userId" FROM "Session" WHERE id = ${id}::uuid AND "endedAt" IS NULL FOR SHARE`;
  return row ?? null;
}

/** Reads a session inside the transaction, with the database's time. */
export async function readSession(tx: Transaction, id: string): Promise<StoredSession & { now: Date }> {
  const [row] = await tx.$queryRaw<[StoredSession & { now: Date }]>`
    SELECT ${sessionColumns} FROM "Session" s LEFT JOIN "User" u ON u.id = s."userId" WHERE s.id = ${id}::uuid`;
  return row;
}

/** Reads what the glass box shows of the row: how the stored hash begins, and how many tokens were replaced. */
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
 * Lets time pass for one session, in the glass box: moves all times of a live session back by `ms`, so that it can only
 * end sooner. Returns the session afterwards, or null when it had ended.
 */
export async function ageSession(
  tx: Transaction,
  id: string,
  ms: number,
): Promise<(StoredSession & { now: Date }) | null> {
  if (!(ms > 0)) throw new RangeError("Time only passes");
  const aged = await tx.$executeRaw`
    UPDATE "Session" SET "createdAt" = "createdAt" - ${ms} * interval '1 ms', "loggedInAt" = "loggedInAt" - ${ms} * interval '1 ms',
      "authenticatedAt" = "authenticatedAt" - ${ms} * interval '1 ms', "lastSeenAt" = "lastSeenAt" - ${ms} * interval '1 ms'
    WHERE id = ${id}::uuid AND "endedAt" IS NULL`;
  if (aged === 0) return null;
  await ageRetiredTokens(tx, id, ms);
  const session = await readSession(tx, id);
  await recordEvent(tx, { sessionId: id, userId: session.userId, type: "aged", detail: { ms } });
  return session;
}
