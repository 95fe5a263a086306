import { type Transaction, transaction } from "@/lib/db";
import { logError } from "@/lib/log";
import { type Facts, type Kind, keepEnded, keepEvents, kindOf, minutes, overdue, policies } from "./policy";

// This is the only file that ends sessions nobody comes back to, and that deletes: sessions with their carts and tokens,
// and events.

const BATCH = 500;
const INTERVAL_MS = minutes(15);
/** Any number, as long as nothing else in this database locks it. */
const LOCK = 7_263_001;

export type Swept = { ended: number; deletedSessions: number; deletedEvents: number };

/**
 * One sweep. Null when another instance sweeps: every batch is a transaction that takes the same advisory lock, so two
 * never delete at once, and whoever finds it taken leaves the rest to the other. Throws Unavailable.
 */
export async function sweep({ batch = BATCH }: { batch?: number } = {}): Promise<Swept | null> {
  const swept: Swept = { ended: 0, deletedSessions: 0, deletedEvents: 0 };
  for (const kind of Object.keys(policies) as Kind[]) {
    const ended = await inBatches(batch, (tx) => endOverdue(tx, kind, batch));
    if (ended === null) return null;
    swept.ended += ended;
  }
  const deletedSessions = await inBatches(batch, (tx) => deleteEnded(tx, batch));
  const deletedEvents = deletedSessions === null ? null : await inBatches(batch, (tx) => deleteEvents(tx, batch));
  if (deletedSessions === null || deletedEvents === null) return null;
  return { ...swept, deletedSessions, deletedEvents };
}

/** Repeats `work` until a batch is not full; null when another instance holds the lock. */
async function inBatches(batch: number, work: (tx: Transaction) => Promise<number>): Promise<number | null> {
  let total = 0;
  for (;;) {
    const done = await transaction(async (tx) => ((await takeLock(tx)) ? work(tx) : null));
    if (done === null) return null;
    total += done;
    if (done < batch) return total;
  }
}

async function takeLock(tx: Transaction): Promise<boolean> {
  const [row] = await tx.$queryRaw<[{ taken: boolean }]>`SELECT pg_try_advisory_xact_lock(${LOCK}::bigint) AS taken`;
  return row.taken;
}

type Due = Facts & { id: string; now: Date };

/** Locks what is due, skipping what a request holds; a session that was touched meanwhile no longer matches. */
async function endOverdue(tx: Transaction, kind: Kind, batch: number): Promise<number> {
  const { idle, absolute } = policies[kind];
  const due = await tx.$queryRaw<Due[]>`
    SELECT s.id, s."userId", s.remembered, s."createdAt", s."loggedInAt", s."lastSeenAt", u.role, now() AS now
    FROM "Session" s LEFT JOIN "User" u ON u.id = s."userId"
    WHERE s."endedAt" IS NULL
      AND ${kind} = CASE WHEN u.id IS NULL THEN 'guest' WHEN u.role = 'STAFF' THEN 'staff' WHEN s.remembered THEN 'remembered' ELSE 'member' END
      AND (s."lastSeenAt" <= now() - ${idle} * interval '1 ms'
        OR coalesce(s."loggedInAt", s."createdAt") <= now() - ${absolute} * interval '1 ms')
    LIMIT ${batch} FOR UPDATE OF s SKIP LOCKED`;
  // The policy has the last word, on why as well: what it would keep is kept.
  const reasons = due.flatMap((row) => {
    const reason = kindOf(row) === kind ? overdue(row, row.now) : null;
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
async function deleteEnded(tx: Transaction, batch: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "Session" WHERE id IN (
      SELECT id FROM "Session" WHERE "endedAt" <= now() - ${keepEnded} * interval '1 ms' LIMIT ${batch} FOR UPDATE SKIP LOCKED)`;
}

async function deleteEvents(tx: Transaction, batch: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "SessionEvent" WHERE id IN (
      SELECT id FROM "SessionEvent" WHERE at <= now() - ${keepEvents} * interval '1 ms' LIMIT ${batch} FOR UPDATE SKIP LOCKED)`;
}

/** Sweeps every 15 minutes, give or take half, so that instances started together do not meet. Never ends the process. */
export function startSweeping(): void {
  const delay = INTERVAL_MS * (0.5 + Math.random());
  setTimeout(async () => {
    await sweep().catch((error) => logError("Sweeping failed", error));
    startSweeping();
  }, delay).unref();
}
