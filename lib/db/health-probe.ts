import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { env } from "@/lib/env";
import { logError, logInfo } from "@/lib/log";
import { onUnavailable, queryPrepared, ReadsOnly } from "./index";
import { warnOfPowerfulRole } from "./role";
import { isDatabaseDown, setDatabaseDown } from "./status";

// Asks every few seconds whether the database answers, and sets lib/db/status.ts.

const WHILE_UP_MS = 3_000;
const WHILE_DOWN_MS = 1_000;
/** The probe waits for an answer this many times this long. */
const TICKS = 15;
const TICK_MS = 100;
/** Closes connections that the probe no longer waits for. */
const BACKSTOP_MS = 5_000;

/** Throws Unavailable unless probe and pool reach the database and it accepts writes. */
export async function requireDatabase(): Promise<void> {
  const text = `SELECT current_setting('transaction_read_only') = 'on' AS "readsOnly"`;
  const [row] = await queryPrepared<{ readsOnly: boolean }>({ name: "ready", text });
  if (row?.readsOnly) throw new ReadsOnly("The database only reads");
}

/** The probe's own connection, since a pool that is merely busy does not mean that the database is down. */
let connection: Promise<Client> | null = null;
let timer: NodeJS.Timeout | undefined;
let isProbing = false;

/** Starts probing: at once, every few seconds, and whenever a request or the probe's own connection failed. */
export function startProbe(): void {
  onUnavailable(probe);
  probe();
}

async function probe(): Promise<void> {
  if (isProbing) return;
  isProbing = true;
  clearTimeout(timer);
  // One broken connection can have other reasons: the database is down only when a second one fails too.
  let failure = await askOnce();
  if (failure && !isDatabaseDown()) failure = await askOnce();
  setResult(failure);
  isProbing = false;
  timer = setTimeout(probe, failure ? WHILE_DOWN_MS : WHILE_UP_MS).unref();
}

/** Null when the database answered; otherwise the error, and the connection is closed. */
async function askOnce(): Promise<Error | null> {
  connection ??= connect();
  const asked = connection;
  const answer = asked
    .then((client) => client.query("SELECT 1"))
    .then(
      () => null,
      (error: Error) => error,
    );
  const failure = await waitFor(answer);
  if (failure) giveUp(asked);
  return failure;
}

/** Counts ticks, not time: a busy process may not have had the chance to read the answer. */
async function waitFor(answer: Promise<Error | null>): Promise<Error | null> {
  for (let tick = 0; tick < TICKS; tick++) {
    const first = await Promise.race([answer, sleep(TICK_MS, "waiting" as const, { ref: false })]);
    if (first !== "waiting") return first;
  }
  return new Error("No answer in time");
}

function connect(): Promise<Client> {
  const client = new Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: BACKSTOP_MS,
    query_timeout: BACKSTOP_MS,
  });
  const connected = client.connect().then(async () => {
    await warnOfPowerfulRole(client).catch(() => {});
    return client;
  });
  client.on("error", () => {
    if (giveUp(connected)) probe();
  });
  return connected;
}

/** Closes a broken connection. False when that was done before. */
function giveUp(broken: Promise<Client>): boolean {
  if (connection !== broken) return false;
  connection = null;
  broken.then((client) => client.end()).catch(() => {});
  return true;
}

function setResult(failure: Error | null) {
  const wasDown = isDatabaseDown();
  setDatabaseDown(failure !== null);
  if (failure && !wasDown) logError("The probe finds the database down", failure);
  if (!failure && wasDown) logInfo("The probe finds the database up again");
}
