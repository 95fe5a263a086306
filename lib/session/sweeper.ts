import type { Transaction } from "@/lib/db";
import { type Facts, findKind, findTimeout, type Kind, keepEnded, keepEvents, policies } from "./policy";

// This is the only file that ends sessions nobody comes back to, and that deletes: sessions with their carts and tokens,
// and events. When and in which batches: lib/sweeper.ts.

/** Each does one batch of at most `size` rows, in the caller's transaction, and answers how many it did. */
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

type Due = Facts & { id: string; now: Date };

/** Locks what is due, skipping what a request holds; a session that was touched meanwhile no longer matches. */
async function endOverdueOf(tx: Transaction, kind: Kind, size: number): Promise<number> {
  const { idle, absolute } = policies[kind];
  const due = await tx.$queryRaw<Due[]>`
    SELECT s.id, s."userId", s.remembered, s."createdAt", s."loggedInAt", s."lastSeenAt", u.role, now() AS now
    FROM "Session" s LEFT JOIN "User" u ON u.id = s."userId"
    WHERE s."endedAt" IS NULL
      AND ${kind} = CASE WHEN u.id IS NULL THEN 'guest' WHEN u.role = 'STAFF' THEN 'staff' WHEN s.remembered THEN 'remembered' ELSE 'member' END
      AND (s."lastSeenAt" <= now() - ${idle} * interval '1 ms'
        OR coalesce(s."loggedInAt", s."createdAt") <= now() - ${absolute} * interval '1 ms')
    LIMIT ${size} FOR UPDATE OF s SKIP LOCKED`;
  // The policy has the last word, on why as well: what it would keep is kept.
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

/** Carts of guests and retired tokens go with their session. */
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
