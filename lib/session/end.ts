import { askDatabase, prisma, type Transaction, transaction } from "@/lib/db";
import { Prisma } from "@/lib/generated/prisma/client";
import type { EndReason } from "@/lib/generated/prisma/enums";
import type { Facts } from "./policy";
import type { Hash } from "./token";

// A session ends once, for one reason, with an event in the same statement.

/**
 * Ends a session for `reason`. False when it had ended before: the first reason stays. `by`: the id of the staff member
 * who did it.
 */
export async function endSession(
  id: string,
  reason: EndReason,
  db: Transaction = prisma(),
  by?: string,
): Promise<boolean> {
  return (await endWhere(Prisma.sql`id = ${id}::uuid`, reason, db, by)) === 1;
}

/** Ends the live sessions that match `which`, each with its event. Returns how many. */
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
 * Ends the session that a token belongs to. A replaced token ends it too, since logging out must always work; but one
 * from before the login does not end a member's session, since somebody may have planted it (OWASP, session fixation).
 * True when it ended a session.
 */
export async function endSessionByToken(tokenHash: Hash, reason: EndReason): Promise<boolean> {
  const held = Prisma.sql`id IN (SELECT id FROM "Session" WHERE "tokenHash" = ${tokenHash}
      UNION ALL SELECT "sessionId" FROM "RetiredToken" WHERE hash = ${tokenHash})
    AND ("tokenHash" = ${tokenHash} OR "userId" IS NULL
      OR EXISTS (SELECT FROM "RetiredToken" WHERE hash = ${tokenHash} AND authenticated))`;
  // A rotation may commit while the first statement waits for it. That one misses the token just retired; the second
  // statement sees it.
  return (await endWhere(held, reason, prisma())) === 1 || (await endWhere(held, reason, prisma())) === 1;
}

/** Ends a session only if nobody extended, promoted or ended it since `row` was read. */
export async function endSessionUnlessChanged(row: Facts & { id: string }, reason: EndReason): Promise<boolean> {
  return transaction(async (tx) => {
    const unchanged = await tx.$queryRaw<unknown[]>`
      SELECT FROM "Session" WHERE id = ${row.id}::uuid AND "lastSeenAt" = ${row.lastSeenAt}
        AND "loggedInAt" IS NOT DISTINCT FROM ${row.loggedInAt}::timestamptz FOR UPDATE`;
    return unchanged.length === 1 && (await endSession(row.id, reason, tx));
  });
}

/** Records that the owner was told why the session ended. False when that was recorded before. */
export async function markExplained(id: string): Promise<boolean> {
  const stamped = await askDatabase(
    () => prisma().$executeRaw`
      UPDATE "Session" SET "explainedAt" = now() WHERE id = ${id}::uuid AND "explainedAt" IS NULL`,
  );
  return stamped === 1;
}

/**
 * Ends all live sessions of one or many users except `except`, each with its event. `by`: the id of the staff member who
 * did it. The caller holds the users' rows, so that no login happens meanwhile. Returns how many.
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

/** Lists the ids of users with live sessions, in order, at most `limit`, starting behind `after`. */
export async function listLoggedInUsers({ after, limit }: { after?: string; limit: number }): Promise<string[]> {
  const rows = await askDatabase(
    () => prisma().$queryRaw<{ id: string }[]>`
      SELECT id FROM "User" u WHERE (${after ?? null}::uuid IS NULL OR id > ${after ?? null}::uuid)
        AND EXISTS (SELECT FROM "Session" s WHERE s."userId" = u.id AND s."endedAt" IS NULL)
      ORDER BY id LIMIT ${limit}`,
  );
  return rows.map(({ id }) => id);
}

/** Ends one of a user's own sessions and returns its device. Null when the user has no session of this id. */
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
