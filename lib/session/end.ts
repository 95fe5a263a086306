import { askDatabase, prisma, type Transaction, transaction } from "@/lib/db";
import { Prisma } from "@/lib/generated/prisma/client";
import type { EndReason } from "@/lib/generated/prisma/enums";
import type { Facts } from "./policy";
import type { Hash } from "./token";

// How sessions end: once, for one reason, with an event in the same statement.

/**
 * Ends a session for `reason`, unless it has ended: it ends once. Needs no live credential. `by` names the staff member
 * who did it. True for the one who was first.
 */
export async function endSession(
  id: string,
  reason: EndReason,
  db: Transaction = prisma(),
  by?: string,
): Promise<boolean> {
  return (await endWhere(Prisma.sql`id = ${id}::uuid`, reason, db, by)) === 1;
}

/** Ends those live sessions of which `which` is true, each with its event. Returns how many. */
async function endWhere(which: Prisma.Sql, reason: EndReason, db: Transaction, by?: string): Promise<number> {
  return askDatabase(
    () => db.$executeRaw`
      WITH ended AS (
        UPDATE "Session" SET "endedAt" = now(), "endReason" = ${reason}::"EndReason"
        WHERE "endedAt" IS NULL AND ${which} RETURNING id, "userId"
      )
      INSERT INTO "SessionEvent" ("sessionId", "userId", type, detail)
      SELECT id, "userId", 'ended', jsonb_strip_nulls(jsonb_build_object('reason', ${reason}::text, 'by', ${by ?? null}::text)) FROM ended`,
  );
}

/**
 * Ends the session a token belongs to: logging out must always work, also with a replaced token. But a token that never
 * was a member's ends no member's session: somebody may have planted it (OWASP, session fixation).
 */
export async function endSessionByToken(tokenHash: Hash, reason: EndReason): Promise<boolean> {
  const held = Prisma.sql`id IN (SELECT id FROM "Session" WHERE "tokenHash" = ${tokenHash}
      UNION ALL SELECT "sessionId" FROM "RetiredToken" WHERE hash = ${tokenHash})
    AND ("tokenHash" = ${tokenHash} OR "userId" IS NULL
      OR EXISTS (SELECT FROM "RetiredToken" WHERE hash = ${tokenHash} AND authenticated))`;
  // A rotation that was under way hides the retired token from the first statement, which waited for it.
  return (await endWhere(held, reason, prisma())) === 1 || (await endWhere(held, reason, prisma())) === 1;
}

/** Like `end`, but only if nobody touched, promoted or ended the session since `row` was read. */
export async function endSessionUnlessChanged(row: Facts & { id: string }, reason: EndReason): Promise<boolean> {
  return transaction(async (tx) => {
    const unchanged = await tx.$queryRaw<unknown[]>`
      SELECT FROM "Session" WHERE id = ${row.id}::uuid AND "lastSeenAt" = ${row.lastSeenAt}
        AND "loggedInAt" IS NOT DISTINCT FROM ${row.loggedInAt}::timestamptz FOR UPDATE`;
    return unchanged.length === 1 && (await endSession(row.id, reason, tx));
  });
}

/** Stamps that the owner was told why the session ended. True for the one who was first. */
export async function markExplained(id: string): Promise<boolean> {
  const stamped = await askDatabase(
    () => prisma().$executeRaw`
      UPDATE "Session" SET "explainedAt" = now() WHERE id = ${id}::uuid AND "explainedAt" IS NULL`,
  );
  return stamped === 1;
}

/**
 * Ends all sessions of one or many users but `except`, each with its event, in one statement and in the order of their
 * ids; `by` names the staff member who did it. The caller holds the users' rows, so that no login slips in between.
 * Returns how many.
 */
export async function endSessionsOf(
  tx: Transaction,
  users: string | string[],
  reason: EndReason,
  { except, by }: { except?: string; by?: string } = {},
): Promise<number> {
  return tx.$executeRaw`
    WITH live AS (
      SELECT id FROM "Session" WHERE "userId" = ANY(${[users].flat()}::uuid[]) AND "endedAt" IS NULL
        AND id IS DISTINCT FROM ${except ?? null}::uuid ORDER BY id FOR NO KEY UPDATE
    ), ended AS (
      UPDATE "Session" s SET "endedAt" = now(), "endReason" = ${reason}::"EndReason"
      FROM live WHERE s.id = live.id RETURNING s.id, s."userId"
    )
    INSERT INTO "SessionEvent" ("sessionId", "userId", type, detail)
    SELECT id, "userId", 'ended', jsonb_strip_nulls(jsonb_build_object('reason', ${reason}::text, 'by', ${by ?? null}::text)) FROM ended`;
}

/** The next users after one with sessions that have not ended, in the order of their ids; from the first without one. */
export async function listLoggedInUsers({ after, limit }: { after?: string; limit: number }): Promise<string[]> {
  const rows = await askDatabase(
    () => prisma().$queryRaw<{ id: string }[]>`
      SELECT id FROM "User" u WHERE (${after ?? null}::uuid IS NULL OR id > ${after ?? null}::uuid)
        AND EXISTS (SELECT FROM "Session" s WHERE s."userId" = u.id AND s."endedAt" IS NULL)
      ORDER BY id LIMIT ${limit}`,
  );
  return rows.map(({ id }) => id);
}

/** Ends one of a user's sessions. Null when the user has none of this id, so that nobody can end a stranger's. */
export async function endSessionOf(
  tx: Transaction,
  { id, userId }: { id: string; userId: string },
  reason: EndReason,
  by?: string,
): Promise<{ device: string } | null> {
  const row = await tx.session.findFirst({ where: { id, userId }, select: { device: true } });
  if (row) await endSession(id, reason, tx, by);
  return row;
}
