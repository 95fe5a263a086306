// Fills a fresh database with a million old sessions, some with carts, their events, and some of everything else that is
// swept, sweeps it, and prints what each kind took, and how long finding a session takes meanwhile.
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { findSessionByToken } from "@/lib/session/store";
import { sweepAll } from "@/lib/sweeper";

const SESSIONS = 1_000_000;
/** One session in so many has a cart with a line, and one in so many a replaced token. */
const WITH_CART = 5;
const WITH_TOKEN = 2;
const LIVE = 50_000;
/** So many of every other kind are old, and twice as many are kept. */
const OTHERS = 100_000;
const LOOKS_ALONE = 400;
/** PostgreSQL ends a longer statement of a sweep (lib/db/index.ts). */
const LONGEST_MS = 20_000;

const client = new Client({ connectionString: process.env.MIGRATE_DATABASE_URL });
await client.connect();
const began = performance.now();
await generate();
console.log(
  `\n${SESSIONS} ended sessions, one in ${WITH_CART} with a cart, ${SESSIONS} old events, ${OTHERS} of each other kind: made in ${seconds(performance.now() - began)} s`,
);

const alone: number[] = [];
while (alone.length < LOOKS_ALONE) alone.push(await look());
let isSweeping = true;
const meanwhile: number[] = [];
const looking = (async () => {
  while (isSweeping) meanwhile.push(await look());
})();
const start = performance.now();
const kinds = new Map<string, { rows: number; batches: number; ms: number; longestMs: number }>();
const swept = await sweepAll({
  onBatch(name, rows, tookMs) {
    const { batches, ms, longestMs, ...kind } = kinds.get(name) ?? { rows: 0, batches: 0, ms: 0, longestMs: 0 };
    const longest = Math.max(longestMs, tookMs);
    kinds.set(name, { rows: kind.rows + rows, batches: batches + 1, ms: ms + tookMs, longestMs: longest });
  },
});
isSweeping = false;
await looking;
const took = performance.now() - start;

console.log(
  `  ${"".padEnd(30)} ${["rows", "batches", "seconds", "longest, s"].map((word) => word.padStart(10)).join(" ")}`,
);
for (const [name, { rows, batches, ms, longestMs }] of kinds)
  console.log(
    `  ${name.padEnd(30)} ${[rows, batches, seconds(ms), seconds(longestMs)].map((n) => String(n).padStart(10)).join(" ")}`,
  );
const total = [...kinds.values()].reduce((sum, { rows }) => sum + rows, 0);
console.log(`  swept in ${seconds(took)} s: ${Math.round((1000 * total) / took)} rows a second`);
console.log(
  `  finding a session, median: ${median(alone)} ms alone, ${median(meanwhile)} ms meanwhile (${meanwhile.length} times)`,
);
await client.end();
const longest = Math.max(...[...kinds.values()].map(({ longestMs }) => longestMs));
process.exit(!swept || swept.failed.length > 0 || longest > LONGEST_MS ? 1 : 0);

/** One request's look at its session, and a pause: a shop that is in use but not flooded. */
async function look(): Promise<number> {
  const token = createHash("sha256")
    .update(`live ${1 + Math.floor(Math.random() * LIVE)}`)
    .digest();
  const asked = performance.now();
  const found = await findSessionByToken(new Uint8Array(token), { isFromBrowser: true });
  const elapsed = performance.now() - asked;
  if (found.state !== "live") throw new Error(`A live session was found ${found.state}`);
  await sleep(5);
  return elapsed;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

function median(times: number[]): string {
  return (times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0).toFixed(2);
}

async function generate() {
  const make = (text: string) => client.query(text);
  const hash = (words: string) => `sha256(convert_to('${words} ' || n, 'UTF8'))`;
  await make(`
    INSERT INTO "Session" (id, "tokenHash", device, "createdAt", "lastSeenAt", "endedAt", "endReason")
    SELECT gen_random_uuid(), ${hash("old")}, 'Old', now() - interval '70 days', now() - interval '70 days',
      now() - interval '40 days', 'IDLE_TIMEOUT' FROM generate_series(1, ${SESSIONS}) n`);
  await make(`
    INSERT INTO "Session" (id, "tokenHash", device, "createdAt", "lastSeenAt")
    SELECT gen_random_uuid(), ${hash("overdue")}, 'Overdue', now() - interval '40 days', now() - interval '31 days'
    FROM generate_series(1, ${OTHERS}) n`);
  await make(`
    INSERT INTO "Session" (id, "tokenHash", device, "endedAt", "endReason")
    SELECT gen_random_uuid(), ${hash("kept")}, 'Kept', now() - interval '10 days', 'LOGGED_OUT'
    FROM generate_series(1, ${2 * OTHERS}) n`);
  await make(`
    INSERT INTO "Session" (id, "tokenHash", device)
    SELECT gen_random_uuid(), ${hash("live")}, 'Live' FROM generate_series(1, ${LIVE}) n`);
  await make(`
    INSERT INTO "RetiredToken" (hash, "sessionId", authenticated)
    SELECT sha256("tokenHash"), id, false FROM "Session" WHERE get_byte("tokenHash", 1) % ${WITH_TOKEN} = 0`);
  await make(`
    INSERT INTO "Cart" (id, "sessionId") SELECT gen_random_uuid(), id FROM "Session" WHERE get_byte("tokenHash", 0) % ${WITH_CART} = 0`);
  await make(`
    INSERT INTO "Cart" (id, "sessionId", "closedAt")
    SELECT gen_random_uuid(), id, now() - CASE WHEN n < ${OTHERS} / ${LIVE} THEN interval '31 days' ELSE interval '1 day' END
    FROM "Session", generate_series(0, ${(3 * OTHERS) / LIVE} - 1) n WHERE device = 'Live'`);
  await make(`
    INSERT INTO "CartLine" (id, "cartId", "variantId", quantity, "priceCents")
    SELECT gen_random_uuid(), c.id, v.id, 1, v."priceCents" FROM "Cart" c, (SELECT id, "priceCents" FROM "Variant" LIMIT 1) v`);
  await make(`
    INSERT INTO "SessionEvent" (at, "sessionId", type)
    SELECT now() - interval '100 days', id, 'ended' FROM "Session" WHERE device = 'Old'`);
  // A third is old; of the payments, one kind is given back, one is forgotten, and those that orders stand on are kept.
  const age = (old: string) => `now() - CASE WHEN n % 3 = 0 THEN interval '${old}' ELSE interval '1 minute' END`;
  const many = `generate_series(1, ${3 * OTHERS}) n`;
  for (const [status, old] of [
    ["AUTHORISED", "2 hours"],
    ["DECLINED", "31 days"],
    ["USED", "31 days"],
  ])
    await make(`
      INSERT INTO "Payment" (id, key, "amountCents", brand, last4, status, "askedAt")
      SELECT gen_random_uuid(), '${status} ' || n, 2800, 'Visa', '4242', '${status}', ${age(old ?? "")} FROM ${many}`);
  await make(`
    INSERT INTO "MailToken" (hash, purpose, "userId", email, "createdAt")
    SELECT ${hash("link")}, 'LOG_IN', u.id, u.email, ${age("3 days")} FROM ${many}, (SELECT id, email FROM "User" LIMIT 1) u`);
  await make(`
    INSERT INTO "Mail" (id, kind, sealed, "sentAt") SELECT gen_random_uuid(), 'order', '{}', ${age("31 days")} FROM ${many}`);
  await make(`
    INSERT INTO "Throttle" (key, points, "expiresAt")
    SELECT 'bench ' || n, 1, CASE WHEN n % 3 = 0 THEN now() ELSE now() + interval '1 hour' END FROM ${many}`);
  await make("VACUUM ANALYZE");
}
