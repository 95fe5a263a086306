import { deleteClosedCarts } from "@/lib/cart-order";
import { type Transaction, transaction } from "@/lib/db";
import { logError } from "@/lib/log";
import { deleteOldMails } from "@/lib/mail";
import { deleteOldMailTokens } from "@/lib/mail-tokens";
import { deleteSettledMails } from "@/lib/outbox";
import { deleteFailedPayments, releaseLapsedHolds } from "@/lib/payment";
import { minutes } from "@/lib/session/policy";
import { sessionSweeps } from "@/lib/session/sweeper";
import { deleteExpiredCounters } from "@/lib/throttle";

// Ends and deletes what nobody comes back for, so that no table grows without end. Who owns a table says what is old in it.

const sweeps = {
  ...sessionSweeps,
  "closed carts deleted": deleteClosedCarts,
  "holds released": releaseLapsedHolds,
  "failed payments deleted": deleteFailedPayments,
  "used or expired links deleted": deleteOldMailTokens,
  "old mails deleted": deleteSettledMails,
  "counters deleted": deleteExpiredCounters,
};

export type Swept = Record<keyof typeof sweeps, number>;

const BATCH = 500;
const INTERVAL_MS = minutes(15);
/** Any number, as long as nothing else in this database locks it. */
const LOCK = 7_263_001;

/**
 * One sweep. Null when another instance sweeps: every batch is a transaction that takes the same advisory lock, so two
 * never delete at once, and whoever finds it taken leaves the rest to the other. Throws Unavailable.
 */
export async function sweep({ batch = BATCH }: { batch?: number } = {}): Promise<Swept | null> {
  const swept: Partial<Swept> = {};
  for (const [what, work] of Object.entries(sweeps)) {
    const done = await inBatches(batch, work);
    if (done === null) return null;
    swept[what as keyof Swept] = done;
  }
  return swept as Swept;
}

type Work = (tx: Transaction, size: number) => Promise<number>;

/** Repeats `work` until a batch is not full; null when another instance holds the lock. */
async function inBatches(batch: number, work: Work): Promise<number | null> {
  let total = 0;
  for (;;) {
    const done = await transaction(async (tx) => ((await takeLock(tx)) ? work(tx, batch) : null));
    if (done === null) return null;
    total += done;
    if (done < batch) return total;
  }
}

async function takeLock(tx: Transaction): Promise<boolean> {
  const [row] = await tx.$queryRaw<[{ taken: boolean }]>`SELECT pg_try_advisory_xact_lock(${LOCK}::bigint) AS taken`;
  return row.taken;
}

/** Sweeps every 15 minutes, give or take half, so that instances started together do not meet. Never ends the process. */
export function startSweeping(): void {
  const delay = INTERVAL_MS * (0.5 + Math.random());
  setTimeout(async () => {
    await sweep().catch((error) => logError("Sweeping failed", error));
    await deleteOldMails().catch((error) => logError("Old mails could not be deleted", error));
    startSweeping();
  }, delay).unref();
}
