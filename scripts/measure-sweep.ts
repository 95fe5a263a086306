// Fills a fresh database with a million old sessions, some with carts, and their events, sweeps it, and prints how fast,
// and how long finding a session takes meanwhile.
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { find } from "@/lib/session/store";
import { sweep } from "@/lib/sweeper";

const SESSIONS = 1_000_000;
/** One session in so many has a cart with a line. */
const WITH_CART = 5;
const LIVE = 50_000;
const LOOKS_ALONE = 400;

const client = new Client({ connectionString: process.env.MIGRATE_DATABASE_URL });
await client.connect();
const began = performance.now();
await generate();
console.log(
  `\n${SESSIONS} ended sessions, one in ${WITH_CART} with a cart, ${SESSIONS} old events: made in ${seconds(began)} s`,
);

const alone: number[] = [];
while (alone.length < LOOKS_ALONE) alone.push(await look());
let isSweeping = true;
const meanwhile: number[] = [];
const looking = (async () => {
  while (isSweeping) meanwhile.push(await look());
})();
const start = performance.now();
const swept = await sweep();
isSweeping = false;
await looking;
const took = (performance.now() - start) / 1000;
const total = Object.values(swept?.counts ?? {}).reduce((sum, count) => sum + count, 0);
for (const [what, count] of Object.entries(swept?.counts ?? {}))
  if (count > 0) console.log(`  ${String(count).padStart(9)} ${what}`);
console.log(`  swept in ${took.toFixed(0)} s: ${Math.round(total / took)} rows a second`);
console.log(
  `  finding a session, median: ${median(alone)} ms alone, ${median(meanwhile)} ms meanwhile (${meanwhile.length} times)`,
);
await client.end();
if (!swept || swept.failed.length > 0) process.exitCode = 1;
process.exit();

/** One request's look at its session, and a pause: a shop that is in use but not flooded. */
async function look(): Promise<number> {
  const token = createHash("sha256")
    .update(`live ${1 + Math.floor(Math.random() * LIVE)}`)
    .digest();
  const asked = performance.now();
  const found = await find(new Uint8Array(token), { isFromBrowser: true });
  const elapsed = performance.now() - asked;
  if (found.state !== "live") throw new Error(`A live session was found ${found.state}`);
  await sleep(5);
  return elapsed;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}

function median(times: number[]): string {
  return (times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0).toFixed(2);
}

async function generate() {
  await client.query(`
    INSERT INTO "Session" (id, "tokenHash", device, "createdAt", "lastSeenAt", "endedAt", "endReason")
    SELECT gen_random_uuid(), sha256(convert_to('old ' || n, 'UTF8')), 'Old', now() - interval '70 days', now() - interval '70 days',
      now() - interval '40 days', 'IDLE_TIMEOUT' FROM generate_series(1, ${SESSIONS}) n`);
  await client.query(`
    INSERT INTO "Session" (id, "tokenHash", device)
    SELECT gen_random_uuid(), sha256(convert_to('live ' || n, 'UTF8')), 'Live' FROM generate_series(1, ${LIVE}) n`);
  await client.query(`
    INSERT INTO "Cart" (id, "sessionId") SELECT gen_random_uuid(), id FROM "Session" WHERE get_byte("tokenHash", 0) % ${WITH_CART} = 0`);
  await client.query(`
    INSERT INTO "CartLine" (id, "cartId", "variantId", quantity, "priceCents")
    SELECT gen_random_uuid(), c.id, v.id, 1, v."priceCents" FROM "Cart" c, (SELECT id, "priceCents" FROM "Variant" LIMIT 1) v`);
  await client.query(`
    INSERT INTO "SessionEvent" (at, "sessionId", type)
    SELECT now() - interval '100 days', id, 'ended' FROM "Session" WHERE device = 'Old'`);
  await client.query("VACUUM ANALYZE");
}
