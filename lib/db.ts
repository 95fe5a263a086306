import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, type QueryConfig, type QueryResultRow } from "pg";
import { isDatabaseDown } from "@/lib/availability";
import { env } from "@/lib/env";
import { type Prisma, PrismaClient } from "@/lib/generated/prisma/client";
import { logError } from "@/lib/log";

// One pool for everything: Prisma's client and the few statements that are worth writing by hand.

/** The database does not answer, so nobody can tell whether there is a session. Never treat it as "no session". */
export class Unavailable extends Error {
  override name = "Unavailable";
}

export type Transaction = Prisma.TransactionClient;

// People wait for these. PostgreSQL gives up a statement first, so that a slow one ends there too and costs no connection.
const CONNECT_TIMEOUT_MS = 2_000;
const STATEMENT_TIMEOUT_MS = 3_000;
const QUERY_TIMEOUT_MS = 4_000;
const TRANSACTION_TIMEOUT_MS = 5_000;

type Database = { pool: Pool; prisma: PrismaClient };
const kept = globalThis as { database?: Database; onUnavailable?: () => void };

function database(): Database {
  kept.database ??= connect();
  return kept.database;
}

function connect(): Database {
  const pool = new Pool({
    connectionString: env().DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
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
  return answered(async () => (await database().pool.query<Row>(statement)).rows);
}

/** Runs a statement that is planned with its values each time. Throws Unavailable when the database does not answer. */
export async function query<Row extends QueryResultRow>({ text, values }: QueryConfig): Promise<Row[]> {
  return answered(async () => (await database().pool.query<Row>({ text, values })).rows);
}

/**
 * Runs `work` in one transaction on one connection; whatever must commit together takes the `tx` it is handed.
 * Deadlocks are run again. Throws Unavailable when the database does not answer.
 */
export async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const ATTEMPTS = 4;
  for (let attempt = 1; ; attempt++) {
    try {
      return await answered(() =>
        prisma().$transaction(work, { maxWait: CONNECT_TIMEOUT_MS, timeout: TRANSACTION_TIMEOUT_MS }),
      );
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
    }
  }
}

/**
 * Runs `work` and turns "the database does not answer" into Unavailable; all other errors pass. While the probe finds
 * the database down nothing is tried: requests would only queue for connections.
 */
export async function answered<T>(work: () => Promise<T>): Promise<T> {
  if (isDatabaseDown()) throw new Unavailable("The probe finds the database down");
  try {
    return await work();
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    logError("The database does not answer", error);
    kept.onUnavailable?.();
    throw new Unavailable("The database does not answer", { cause: error });
  }
}

/** Calls `listener` each time the database did not answer somebody. One listener: the probe. */
export function onUnavailable(listener: () => void): void {
  kept.onUnavailable = listener;
}

// PostgreSQL's classes 08 (connection), 53 (resources), 57 (operator intervention), and 25006, a server that only reads,
// as the old one after a failover; Node's errors of sockets and of name
// look-up (EAI_AGAIN), but not those of wrong calls (ERR_…); Prisma's own.
const UNAVAILABLE_CODE = /^(08...|53...|57...|25006|E(?!RR_)[A-Z_]+|P1001|P1002|P1008|P1017|P2024|P2028|P2037)$/;
const UNAVAILABLE_MESSAGE = /timeout|connection terminated|not queryable|database system is|can't reach database/i;

function isUnavailable(error: unknown): boolean {
  return causes(error).some(
    ({ code, message }) =>
      (typeof code === "string" && UNAVAILABLE_CODE.test(code)) ||
      (typeof message === "string" && UNAVAILABLE_MESSAGE.test(message)),
  );
}

/** 40001 (serialization) and 40P01 (deadlock): another transaction won, this one did nothing. */
function isConflict(error: unknown): boolean {
  return causes(error).some(({ code }) => code === "40001" || code === "40P01" || code === "P2034");
}

/** An error and what it wraps: Prisma keeps PostgreSQL's code in `cause` or `meta.driverAdapterError`. */
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
