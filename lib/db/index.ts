import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, type QueryConfig, type QueryResultRow } from "pg";
import { env } from "@/lib/env";
import { type Prisma, PrismaClient } from "@/lib/generated/prisma/client";
import { logError } from "@/lib/log";
import { isDatabaseDown, unavailableDigest } from "./status";

// One pool for Prisma's client and for the prepared statements written by hand.

/** The database does not answer. Never treat it as "no session": nobody is let in and nobody is logged out. */
export class Unavailable extends Error {
  override name = "Unavailable";
  readonly digest = unavailableDigest;
}

/** The database answers but only reads, as a standby does before it takes over. Nothing was written. */
export class ReadsOnly extends Unavailable {
  override name = "ReadsOnly";
}

/** Too many requests of a costly kind at once: nothing was done, trying again works. */
export class Busy extends Unavailable {
  override name = "Busy";
}

export type Transaction = Prisma.TransactionClient;

// People wait for these. PostgreSQL's own limit comes before the pool's, so that a slow statement ends there too. The
// limit for locked rows is shorter still, and PostgreSQL closes the transaction of a client that is gone.
const CONNECT_TIMEOUT_MS = 2_000;
const forPeople = { connections: 10, lockMs: 2_500, statementMs: 3_000, queryMs: 4_000, transactionMs: 5_000 };
/** Work that nobody waits for has its own connection, closed when idle, and longer limits. */
const forBackground = { connections: 1, lockMs: 2_000, statementMs: 20_000, queryMs: 25_000, transactionMs: 30_000 };

type Database = { pool: Pool; prisma: PrismaClient };
const kept = globalThis as { database?: Database; background?: Database; onUnavailable?: () => void };

function database(): Database {
  kept.database ??= connect(forPeople);
  return kept.database;
}

function connect({ connections, lockMs, statementMs, queryMs, transactionMs }: typeof forPeople): Database {
  const pool = new Pool({
    connectionString: env().DATABASE_URL,
    max: connections,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: queryMs,
    statement_timeout: statementMs,
    lock_timeout: lockMs,
    // Later than Prisma's own rollback, so that it only meets clients that are gone.
    idle_in_transaction_session_timeout: transactionMs + 1_000,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on("error", (error) => logError("A database connection broke", error));
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

/** Prisma's client on the shared pool. */
export function prisma(): PrismaClient {
  return database().prisma;
}

/** Runs a prepared statement (`name` must be unique to `text`). Throws Unavailable when the database does not answer. */
export async function queryPrepared<Row extends QueryResultRow>(statement: QueryConfig): Promise<Row[]> {
  return askDatabase(async () => (await database().pool.query<Row>(statement)).rows);
}

/** Runs a statement that is planned with its values each time. Throws Unavailable when the database does not answer. */
export async function query<Row extends QueryResultRow>({ text, values }: QueryConfig): Promise<Row[]> {
  return askDatabase(async () => (await database().pool.query<Row>({ text, values })).rows);
}

/**
 * Runs `work` in one transaction; everything that must commit together uses its `tx`. Runs it again after a deadlock.
 * Throws Unavailable when the database does not answer.
 */
export async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return runTransaction(prisma(), forPeople.transactionMs, work);
}

/** Like `transaction`, for background work: longer limits, and its own connection. */
export async function backgroundTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  kept.background ??= connect(forBackground);
  return runTransaction(kept.background.prisma, forBackground.transactionMs, work);
}

async function runTransaction<T>(client: PrismaClient, timeout: number, work: (tx: Transaction) => Promise<T>) {
  const ATTEMPTS = 4;
  for (let attempt = 1; ; attempt++) {
    try {
      return await askDatabase(() => client.$transaction(work, { maxWait: CONNECT_TIMEOUT_MS, timeout }));
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
    }
  }
}

/**
 * Runs `work` and turns "the database does not answer" into Unavailable; all other errors pass. While the health probe
 * finds the database down it fails at once, since requests would only queue for connections.
 */
export async function askDatabase<T>(work: () => Promise<T>): Promise<T> {
  if (isDatabaseDown()) throw new Unavailable("The probe finds the database down");
  try {
    return await work();
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    if (isReadOnlyRefusal(error)) throw new ReadsOnly("The database only reads", { cause: error });
    if (!isUnavailable(error)) throw error;
    logError("The database does not answer", error);
    kept.onUnavailable?.();
    throw new Unavailable("The database does not answer", { cause: error });
  }
}

/** Runs a write that a page can do without; returns `otherwise` while the database is read-only. */
export async function skipIfReadOnly<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ReadsOnly) return otherwise;
    throw error;
  }
}

/** Calls `listener` each time the database did not answer. There is one listener, the health probe. */
export function onUnavailable(listener: () => void): void {
  kept.onUnavailable = listener;
}

// PostgreSQL's classes 08 (connection), 53 (resources) and 57 (operator intervention); 55P03, a lock waited for too long;
// 25P03, an idle transaction; 42P01 and 42703, a missing table or column: this version runs before its migration or after
// the next one. Node's socket and name errors (EAI_AGAIN), but not those of wrong calls (ERR_…); Prisma's own.
const UNAVAILABLE_CODE =
  /^(08...|53...|57...|55P03|25P03|42P01|42703|E(?!RR_)[A-Z_]+|P1001|P1002|P1008|P1017|P2021|P2022|P2024|P2028|P2037)$/;
const UNAVAILABLE_MESSAGE = /timeout|connection terminated|not queryable|database system is|can't reach database/i;

function isUnavailable(error: unknown): boolean {
  return causes(error).some(
    ({ code, message }) =>
      (typeof code === "string" && UNAVAILABLE_CODE.test(code)) ||
      (typeof message === "string" && UNAVAILABLE_MESSAGE.test(message)),
  );
}

/** 25006: the answer of a server that was the primary before a failover. Not logged, since every page would log it. */
function isReadOnlyRefusal(error: unknown): boolean {
  return causes(error).some(({ code }) => code === "25006");
}

/** 40001 (serialization) and 40P01 (deadlock): another transaction went first, this one did nothing. */
function isConflict(error: unknown): boolean {
  return causes(error).some(({ code }) => code === "40001" || code === "40P01" || code === "P2034");
}

/** An error and the errors in it: Prisma keeps PostgreSQL's code in `cause` or `meta.driverAdapterError`. */
function causes(error: unknown): { code?: unknown; message?: unknown }[] {
  const found: { code?: unknown; message?: unknown }[] = [];
  let next = error as { code?: unknown; originalCode?: unknown; message?: unknown; cause?: unknown; meta?: unknown };
  while (next && typeof next === "object" && found.length < 10) {
    found.push(next, { code: next.originalCode });
    const meta = next.meta as { driverAdapterError?: unknown } | undefined;
    next = (next.cause ?? meta?.driverAdapterError) as typeof next;
  }
  return found;
}
