import { deleteOldMailTokens } from "@/lib/account/mail-tokens";
import { deleteClosedCarts } from "@/lib/cart/ordering";
import { deleteFailedPayments, releaseLapsedHolds } from "@/lib/checkout/payment";
import { backgroundTransaction, ReadsOnly, type Transaction } from "@/lib/db";
import { minutes } from "@/lib/format/duration";
import { deleteSettledMails } from "@/lib/mail/outbox";
import { deleteOldMails } from "@/lib/mail/send";
import { deleteExpiredCounters } from "@/lib/rate-limit/limiter";
import { sessionSweeps } from "@/lib/session/sweeper";
import { logError, logInfo } from "./log";

// Ends and deletes old rows, so that no table grows without end. Each table's own file says which rows are old.

const sweeps = {
  ...sessionSweeps,
  "closed carts deleted": deleteClosedCarts,
  "holds released": releaseLapsedHolds,
  "failed payments deleted": deleteFailedPayments,
  "used or expired links deleted": deleteOldMailTokens,
  "old mails deleted": deleteSettledMails,
  "counters deleted": deleteExpiredCounters,
};

type Name = keyof typeof sweeps;

/** How many rows of each kind, and which sweeps failed. */
export type Swept = { counts: Record<Name, number>; failed: Name[] };

/** `onBatch` is called after every batch, with 0 rows for one that failed. */
export type SweepOptions = { batch?: number; onBatch?: (name: Name, rows: number, tookMs: number) => void };

const BATCH = 500;
const LARGEST_BATCH = 10_000;
/** Batches grow or shrink so that one takes about this long. */
const SHORT_MS = 250;
const LONG_MS = 1_000;
const INTERVAL_MS = minutes(15);
/** The advisory lock: any number that nothing else in this database uses. */
const LOCK = 7_263_001;

/**
 * Runs one sweep: a batch of each kind in turn, until none is left. Null when another instance is sweeping: each batch
 * takes the same advisory lock in its transaction, and whoever finds it taken stops. A batch that fails is tried again
 * smaller; when a single row fails, that kind is skipped, logged and named in `failed`. Throws ReadsOnly.
 */
export async function sweepAll({ batch = BATCH, onBatch }: SweepOptions = {}): Promise<Swept | null> {
  const names = Object.keys(sweeps) as Name[];
  const swept: Swept = { counts: Object.fromEntries(names.map((name) => [name, 0])) as Swept["counts"], failed: [] };
  const sizes = new Map(names.map((name) => [name, batch]));
  while (sizes.size > 0) {
    for (const [name, size] of sizes) {
      const began = performance.now();
      try {
        const done = await backgroundTransaction(async (tx) => ((await takeLock(tx)) ? sweeps[name](tx, size) : null));
        if (done === null) return null;
        const tookMs = performance.now() - began;
        onBatch?.(name, done, tookMs);
        swept.counts[name] += done;
        if (done < size) sizes.delete(name);
        else sizes.set(name, fit(size, tookMs));
      } catch (error) {
        if (error instanceof ReadsOnly) throw error;
        onBatch?.(name, 0, performance.now() - began);
        if (size > 1) sizes.set(name, Math.ceil(size / 10));
        else {
          sizes.delete(name);
          swept.failed.push(name);
          logError("A sweep failed", error, { what: name });
        }
      }
    }
  }
  const total = Object.values(swept.counts).reduce((sum, count) => sum + count, 0);
  if (total > 0) logInfo("Swept", swept.counts);
  return swept;
}

function fit(size: number, tookMs: number): number {
  if (tookMs > LONG_MS) return Math.ceil(size / 2);
  return tookMs < SHORT_MS ? Math.min(size * 2, LARGEST_BATCH) : size;
}

async function takeLock(tx: Transaction): Promise<boolean> {
  const [row] = await tx.$queryRaw<[{ taken: boolean }]>`SELECT pg_try_advisory_xact_lock(${LOCK}::bigint) AS taken`;
  return row.taken;
}

/** Starts sweeping about every 15 minutes, at random, so that instances do not sweep together. Never ends the process. */
export function startSweeping(): void {
  const delay = INTERVAL_MS * (0.5 + Math.random());
  setTimeout(async () => {
    await sweepAll().catch((error) => logError("Sweeping failed", error));
    await deleteOldMails().catch((error) => logError("Old mails could not be deleted", error));
    startSweeping();
  }, delay).unref();
}
