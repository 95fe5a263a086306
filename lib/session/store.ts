import { answered, prisma, queryPrepared, type Transaction, transaction } from "@/lib/db";
import type { EndReason } from "@/lib/generated/prisma/enums";
import { record, recordReuse } from "./events";
import { type Facts, judgeReplay, kindOf, overdue, policies, touchInterval } from "./policy";

// This file and promote.ts are the only ones that touch the sessions' and retired tokens' tables.
// Everything takes hashes: a token never comes this far.

export type Hash = Uint8Array<ArrayBuffer>;

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
};

export type Found =
  /** Unknown, over and explained, or a guest's that is over: all of them look the same. */
  | { state: "none" }
  /** A token that was just replaced: open nothing, start nothing, try again. */
  | { state: "retry" }
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
  held."retiredAt", held.authenticated, held."successorSeenAt",
  EXISTS (SELECT FROM "RetiredToken" r WHERE r."sessionId" = s.id AND r."successorSeenAt" IS NULL) AS "successorUnseen",
  now() AS now
FROM held JOIN "Session" s ON s.id = held.id LEFT JOIN "User" u ON u.id = s."userId"`;

/**
 * What a token stands for now; `isFromBrowser` proves that it has arrived there. Ends the session at once when it is
 * overdue or its account is closed, and judges replays of replaced tokens. Throws Unavailable when nobody can tell.
 */
export async function find(tokenHash: Hash, { isFromBrowser }: { isFromBrowser: boolean }): Promise<Found> {
  const [row] = await queryPrepared<Row>({ name: "find-session", text: FIND, values: [tokenHash] });
  if (!row) return { state: "none" };
  if (row.retiredAt) return findReplayed(row, row.retiredAt);
  if (row.endedAt) return asEnded(row);

  const reason = row.accountClosed ? "ACCOUNT_DISABLED" : overdue(row, row.now);
  if (reason) {
    const ended = await endUnlessChanged(row, reason);
    return ended ? asEnded({ ...row, endReason: reason }) : find(tokenHash, { isFromBrowser });
  }
  if (row.successorUnseen && isFromBrowser) await markSuccessorSeen(row.id);
  return { state: "live", session: row, now: row.now };
}

async function findReplayed(row: Row, retiredAt: Date): Promise<Found> {
  const { successorSeenAt, now } = row;
  if (row.endedAt) return successorSeenAt ? { state: "none" } : asEnded(row);

  const verdict = judgeReplay({ retiredAt, successorSeenAt }, now);
  if (verdict === "in flight") return { state: "retry" };
  if (verdict === "lost") {
    await end(row.id, "REPLACED");
    return asEnded({ ...row, endReason: "REPLACED" });
  }
  await recordReuse(row.id, retiredAt);
  if (row.authenticated) await end(row.id, "REUSE_DETECTED");
  return { state: "none" };
}

/** Only members are told: a guest's session that is over is no session. */
function asEnded(row: Row): Found {
  if (!row.endReason || !row.userId || row.explainedAt) return { state: "none" };
  return { state: "ended", session: row, reason: row.endReason };
}

/** Writes down activity, at most once per `touchInterval`. Never brings back a session that is over: no upsert. */
export async function touch(session: Session): Promise<void> {
  const { idle, absolute } = policies[kindOf(session)];
  await answered(
    () => prisma().$executeRaw`
      UPDATE "Session" SET "lastSeenAt" = now()
      WHERE id = ${session.id}::uuid AND "endedAt" IS NULL AND "userId" IS NOT DISTINCT FROM ${session.userId}::uuid
        AND "lastSeenAt" <= now() - ${touchInterval} * interval '1 ms'
        AND "lastSeenAt" > now() - ${idle} * interval '1 ms'
        AND coalesce("loggedInAt", "createdAt") > now() - ${absolute} * interval '1 ms'`,
  );
}

/** Starts a guest's session. */
export async function start(tx: Transaction, tokenHash: Hash, device: string): Promise<Session> {
  const { id } = await tx.session.create({ data: { tokenHash, device } });
  await record(tx, { sessionId: id, type: "started", detail: { device } });
  return read(tx, id);
}

/** Replaces the token in place. False when it was no longer the session's: somebody else was faster. */
export async function rotate(tx: Transaction, session: Session, current: Hash, next: Hash): Promise<boolean> {
  const replaced = await tx.$executeRaw`
    WITH replaced AS (
      UPDATE "Session" SET "tokenHash" = ${next}
      WHERE id = ${session.id}::uuid AND "tokenHash" = ${current} AND "endedAt" IS NULL RETURNING id, "userId"
    )
    INSERT INTO "RetiredToken" (hash, "sessionId", authenticated)
    SELECT ${current}, id, "userId" IS NOT NULL FROM replaced`;
  if (replaced === 0) return false;
  await record(tx, { sessionId: session.id, userId: session.userId, type: "rotated" });
  return true;
}

/** Ends a session for `reason`, unless it has ended: it ends once. Needs no live credential. */
export async function end(id: string, reason: EndReason, db: Transaction = prisma()): Promise<boolean> {
  const ended = await answered(
    () => db.$executeRaw`
      WITH ended AS (
        UPDATE "Session" SET "endedAt" = now(), "endReason" = ${reason}::"EndReason"
        WHERE id = ${id}::uuid AND "endedAt" IS NULL RETURNING id, "userId"
      )
      INSERT INTO "SessionEvent" ("sessionId", "userId", type, detail)
      SELECT id, "userId", 'ended', jsonb_build_object('reason', ${reason}::text) FROM ended`,
  );
  return ended === 1;
}

/** Ends the session a token belongs to, current or replaced: logging out must always work. */
export async function endByToken(tokenHash: Hash, reason: EndReason): Promise<boolean> {
  const held = await answered(
    () => prisma().$queryRaw<{ id: string }[]>`
      SELECT id FROM "Session" WHERE "tokenHash" = ${tokenHash}
      UNION ALL SELECT "sessionId" FROM "RetiredToken" WHERE hash = ${tokenHash}`,
  );
  return held[0] ? end(held[0].id, reason) : false;
}

/** Like `end`, but only if nobody touched, promoted or ended the session since `row` was read. */
async function endUnlessChanged(row: Row, reason: EndReason): Promise<boolean> {
  return transaction(async (tx) => {
    const unchanged = await tx.$queryRaw<unknown[]>`
      SELECT FROM "Session" WHERE id = ${row.id}::uuid AND "lastSeenAt" = ${row.lastSeenAt}
        AND "loggedInAt" IS NOT DISTINCT FROM ${row.loggedInAt}::timestamptz FOR UPDATE`;
    return unchanged.length === 1 && (await end(row.id, reason, tx));
  });
}

/** Stamps that the owner was told why the session ended. True for the one who was first. */
export async function markExplained(id: string): Promise<boolean> {
  const stamped = await answered(
    () => prisma().$executeRaw`
      UPDATE "Session" SET "explainedAt" = now() WHERE id = ${id}::uuid AND "explainedAt" IS NULL`,
  );
  return stamped === 1;
}

/** Locks a live session against promotion and end until the transaction is over, and says whose it is now. */
export async function hold(tx: Transaction, id: string): Promise<{ id: string; userId: string | null } | null> {
  const [row] = await tx.$queryRaw<{ id: string; userId: string | null }[]>`
    SELECT id, "userId" FROM "Session" WHERE id = ${id}::uuid AND "endedAt" IS NULL FOR SHARE`;
  return row ?? null;
}

/** A session as it is inside the transaction. */
export async function read(tx: Transaction, id: string): Promise<Session> {
  const [row] = await tx.$queryRaw<[Session]>`
    SELECT s.id, s."userId", s.remembered, s."createdAt", s."loggedInAt", s."authenticatedAt", s."lastSeenAt", s.device,
      u.role, CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'role', u.role) END AS user,
      0 AS "cartCount"
    FROM "Session" s LEFT JOIN "User" u ON u.id = s."userId" WHERE s.id = ${id}::uuid`;
  return row;
}

async function markSuccessorSeen(sessionId: string) {
  await answered(
    () => prisma().$executeRaw`
      UPDATE "RetiredToken" SET "successorSeenAt" = now() WHERE "sessionId" = ${sessionId}::uuid AND "successorSeenAt" IS NULL`,
  );
}
