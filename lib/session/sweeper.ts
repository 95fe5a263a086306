import type { Transaction } from "@/lib/db";
import { factColumns, type TimedFacts } from "./columns";
import { findKind, findTimeout, type Kind, keepEnded, keepEvents, policies } from "./policy";

// Ends overdue sessions that nobody comes back to, and deletes old sessions and events. lib/sweeper.ts runs the batches.

/** Each handles one batch of at most `size` rows in the caller's transaction and returns how many it handled. */
export const sessionSweeps = {
  "overdue sessions ended": endOverdue,
  "old sessions deleted": deleteEnded,
  "old events deleted": deleteEvents,
};

async function endOverdue(tx: Transaction, size: number): Promise<number> {
  let ended = 0;
  for (const kind of Object.keys(policies) as Kind[]) ended += await endOverdueOf(tx, kind, size - ended);
  return ended;
}

/** Locks overdue sessions, except those that a request has locked; one that was extended meanwhile no longer matches. */
async function endOverdueOf(tx: Transaction, kind: Kind, size: number): Promise<number> {
  const { idle, absolute } = policies[kind];
  const due = await tx.$queryRaw<TimedFacts[]>`
    SELECT ${factColumns} FROM "Session" s LEFT JOIN "User" u ON u.id = s."userId"
    WHERE s."endedAt" IS NULL
      AND ${kind} = CASE WHEN u.id IS NULL THEN 'guest' WHEN u.role = 'STAFF' THEN 'staff' WHEN s.remembered THEN 'remembered' ELSE 'member' END
      AND (s."lastSeenAt" <= now() - ${idle} * interval '1 ms'
        OR coalesce(s."loggedInAt", s."createdAt") <= now() - ${absolute} * interval '1 ms')
    LIMIT ${size} FOR UPDATE OF s SKIP LOCKED`;
  // The statement above only finds candidates; lib/session/policy.ts decides whether and why each one ends.
  const reasons = due.flatMap((row) => {
    const reason = findKind(row) === kind ? findTimeout(row, row.now) : null;
    return reason ? [{ id: row.id, reason }] : [];
  });
  return tx.$executeRaw`
    WITH ended AS (
      UPDATE "Session" s SET "endedAt" = now(), "endReason" = d.reason::"EndReason"
      FROM unnest(${reasons.map(({ id }) => id)}::uuid[], ${reasons.map(({ reason }) => reason)}::text[]) AS d(id, reason)
      WHERE s.id = d.id RETURNING s.id, s."userId", d.reason
    )
    INSERT INTO "SessionEvent" ("sessionId", "userId", type, detail)
    SELECT id, "userId", 'ended', jsonb_build_object('reason', reason) FROM ended`;
}

/** Retired tokens and guests' carts are deleted with their session. */
async function deleteEnded(tx: Transaction, size: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "Session" WHERE id IN (
      SELECT id FROM "Session" WHERE "endedAt" <= now() - ${keepEnded} * interval '1 ms' LIMIT ${size} FOR UPDATE SKIP LOCKED)`;
}

async function deleteEvents(tx: Transaction, size: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "SessionEvent" WHERE id IN (
      SELECT id FROM "SessionEvent" WHERE at <= now() - ${keepEvents} * interval '1 ms' LIMIT ${size} FOR UPDATE SKIP LOCKED)`;
}
