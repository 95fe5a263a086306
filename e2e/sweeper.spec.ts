import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { sweepAll } from "../lib/sweeper";
import { connect, sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { hold } from "./support/hold";
import { createDatabase } from "./support/own-database";

// On the real database. Other tests use it too, so every test looks at rows of its own only.

test.describe.configure({ mode: "serial" });

type Row = { id: string; endReason: string | null };

/** Guests' sessions of one test, named by `device`, last seen and ended so long ago. */
async function addGuests(
  count: number,
  { device = randomUUID(), seen = "1 minute", ended = null as string | null } = {},
) {
  await sql(
    `INSERT INTO "Session" (id, "tokenHash", device, "createdAt", "lastSeenAt", "endedAt", "endReason")
     SELECT gen_random_uuid(), sha256(convert_to($2 || i, 'UTF8')), $1, now() - $3::interval, now() - $3::interval,
       now() - $4::interval, CASE WHEN $4::interval IS NOT NULL THEN 'LOGGED_OUT'::"EndReason" END
     FROM generate_series(1, $5::int) i`,
    [device, randomBytes(16).toString("hex"), seen, ended, count],
  );
  return device;
}

async function rows(device: string): Promise<Row[]> {
  return sql<Row>(`SELECT id, "endReason" FROM "Session" WHERE device = $1`, [device]);
}

async function endEvents(device: string): Promise<number> {
  const [row] = await sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM "SessionEvent" e JOIN "Session" s ON s.id = e."sessionId"
     WHERE s.device = $1 AND e.type = 'ended' AND e.detail->>'reason' = s."endReason"::text`,
    [device],
  );
  return row?.n ?? 0;
}

const forget = (device: string) => sql(`DELETE FROM "Session" WHERE device = $1`, [device]);

/** Sweeps until it was this sweep that did it: other instances take turns. */
async function sweepNow(options?: { batch: number }) {
  for (;;) {
    const swept = await sweepAll(options);
    if (swept) return swept;
  }
}

test("overdue sessions are ended once, each for its reason and with an event, in batches", async () => {
  const idle = await addGuests(25, { seen: "31 days" });
  const absolute = await addGuests(1, { seen: "91 days" });
  const swept = await sweepNow({ batch: 10 });
  expect(swept.counts["overdue sessions ended"]).toBeGreaterThanOrEqual(26);
  expect(new Set((await rows(idle)).map(({ endReason }) => endReason))).toEqual(new Set(["IDLE_TIMEOUT"]));
  expect((await rows(absolute))[0]?.endReason).toBe("ABSOLUTE_TIMEOUT");
  expect(await endEvents(idle)).toBe(25);
  await sweepNow();
  expect(await endEvents(idle), "a second sweep ends nothing again").toBe(25);
  await forget(idle);
  await forget(absolute);
});

test("a session within its limits survives, and so does one that a request touches at that moment", async () => {
  const fresh = await addGuests(1, { seen: "29 days" });
  const touched = await addGuests(1, { seen: "31 days" });
  const request = await hold(`UPDATE "Session" SET "lastSeenAt" = now() WHERE device = $1`, [touched]);
  await sweepNow();
  await request.letGo();
  await sweepNow();
  expect((await rows(fresh))[0]?.endReason).toBeNull();
  expect((await rows(touched))[0]?.endReason).toBeNull();
  await forget(fresh);
  await forget(touched);
});

test("while another instance sweeps, a sweep does nothing; two at once end every session once", async () => {
  const other = await connect();
  await other.query("BEGIN");
  await expect
    .poll(async () => (await other.query("SELECT pg_try_advisory_xact_lock(7263001) AS taken")).rows[0].taken)
    .toBe(true);
  const device = await addGuests(120, { seen: "31 days" });
  expect(await sweepAll()).toBeNull();
  expect((await rows(device)).every(({ endReason }) => endReason === null)).toBe(true);
  await other.query("COMMIT");
  other.release();

  const sweeps = await Promise.all([sweepAll({ batch: 20 }), sweepAll({ batch: 20 })]);
  expect(sweeps.some((swept) => swept !== null)).toBe(true);
  expect((await rows(device)).every(({ endReason }) => endReason === "IDLE_TIMEOUT")).toBe(true);
  expect(await endEvents(device)).toBe(120);
  await forget(device);
});

test("ended sessions go after 30 days with cart and retired tokens, events after 90", async () => {
  const kept = await addGuests(1, { ended: "29 days" });
  const old = await addGuests(30, { ended: "31 days" });
  const [first] = await rows(old);
  const retired = randomBytes(32);
  await sql(`INSERT INTO "RetiredToken" (hash, "sessionId", authenticated) VALUES ($1, $2, false)`, [
    retired,
    first?.id,
  ]);
  await sql(`INSERT INTO "Cart" (id, "sessionId") VALUES (gen_random_uuid(), $1)`, [first?.id]);
  const [keptEvent, oldEvent] = [randomUUID(), randomUUID()];
  await sql(
    `INSERT INTO "SessionEvent" (at, "sessionId", type) VALUES (now() - interval '89 days', $1, 'ended'), (now() - interval '91 days', $2, 'ended')`,
    [keptEvent, oldEvent],
  );

  const swept = await sweepNow({ batch: 7 });
  expect(swept.counts["old sessions deleted"]).toBeGreaterThanOrEqual(30);
  expect(swept.counts["old events deleted"]).toBeGreaterThanOrEqual(1);
  expect(await rows(kept)).toHaveLength(1);
  expect(await rows(old)).toHaveLength(0);
  const left = (text: string, value: unknown) => sql(text, [value]).then((found) => found.length);
  expect(await left(`SELECT FROM "RetiredToken" WHERE hash = $1`, retired)).toBe(0);
  expect(await left(`SELECT FROM "Cart" WHERE "sessionId" = $1`, first?.id)).toBe(0);
  expect(await left(`SELECT FROM "SessionEvent" WHERE "sessionId" = $1`, keptEvent)).toBe(1);
  expect(await left(`SELECT FROM "SessionEvent" WHERE "sessionId" = $1`, oldEvent)).toBe(0);
  await forget(kept);
  await sql(`DELETE FROM "SessionEvent" WHERE "sessionId" = $1`, [keptEvent]);
});

test("every reference to another table has an index, so that deleting looks at no more than it deletes", async () => {
  const bare = await sql(
    `SELECT c.conrelid::regclass::text AS "from", c.conname AS name FROM pg_constraint c
     WHERE c.contype = 'f' AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indisvalid
       AND i.indpred IS NULL AND i.indexprs IS NULL AND (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`,
  );
  expect(bare).toEqual([]);
});

test("one kind that cannot be swept keeps none of the others, and the command says so", async () => {
  test.setTimeout(120_000);
  const database = await createDatabase(randomUUID());
  const { rows } = database;
  try {
    await rows.query(`
      INSERT INTO "Session" (id, "tokenHash", device, "endedAt", "endReason")
      SELECT gen_random_uuid(), sha256(convert_to(n::text, 'UTF8')), 'Old', now() - interval '31 days', 'LOGGED_OUT'
      FROM generate_series(1, 1200) n`);
    await rows.query(`INSERT INTO "Throttle" (key, points, "expiresAt") VALUES ('old', 1, now() - interval '1 s')`);
    await rows.query(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'Not now'; END $$`);
    await rows.query(`CREATE TRIGGER refuse BEFORE DELETE ON "Session" FOR EACH STATEMENT EXECUTE FUNCTION refuse()`);
    const env = { ...process.env, DATABASE_URL: database.url };
    const run = () =>
      promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/sweep-once.ts"], { env }).then(
        ({ stdout }) => ({ code: 0, stdout }),
        ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
      );
    const count = async (table: string) => (await rows.query(`SELECT count(*)::int AS n FROM "${table}"`)).rows[0].n;

    const failed = await run();
    expect(failed).toMatchObject({ code: 1, stdout: expect.stringContaining("failed: old sessions deleted") });
    expect(await count("Throttle")).toBe(0);
    expect(await count("Session")).toBe(1200);

    await rows.query(`DROP TRIGGER refuse ON "Session"`);
    expect(await run()).toMatchObject({ code: 0, stdout: expect.stringContaining("1200 old sessions deleted") });
    expect(await count("Session")).toBe(0);
  } finally {
    await database.drop();
  }
});

const exists = (text: string, value: unknown) => sql(text, [value]).then(({ length }) => length === 1);

async function addPayment(status: string, askedAgo: string): Promise<string> {
  const [row] = await sql<{ id: string }>(
    `INSERT INTO "Payment" (id, key, "amountCents", brand, last4, status, code, "askedAt")
     VALUES (gen_random_uuid(), gen_random_uuid(), 2800, 'Visa', '4242', $1::"PaymentStatus",
       CASE WHEN $1 = 'CHALLENGED' THEN '123456' END, now() - $2::interval) RETURNING id`,
    [status, askedAgo],
  );
  return row?.id ?? "";
}

async function statusOf(id: string): Promise<string | undefined> {
  const [row] = await sql<{ status: string }>(`SELECT status::text FROM "Payment" WHERE id = $1`, [id]);
  return row?.status;
}

test("money that no order came for is given back after an hour, and failed tries are forgotten after 30 days", async () => {
  const held = await addPayment("AUTHORISED", "59 minutes");
  const lapsed = await addPayment("AUTHORISED", "61 minutes");
  const unanswered = await addPayment("CHALLENGED", "61 minutes");
  const used = await addPayment("USED", "31 days");
  const failed = await addPayment("DECLINED", "29 days");
  const forgotten = [await addPayment("DECLINED", "31 days"), await addPayment("VOIDED", "31 days")];
  await sweepNow({ batch: 2 });
  expect(await statusOf(held)).toBe("AUTHORISED");
  expect(await statusOf(lapsed)).toBe("VOIDED");
  expect(await statusOf(unanswered)).toBe("VOIDED");
  expect(await statusOf(used)).toBe("USED");
  expect(await statusOf(failed)).toBe("DECLINED");
  for (const id of forgotten) expect(await statusOf(id)).toBeUndefined();
  await sql(`DELETE FROM "Payment" WHERE id = ANY($1)`, [[held, lapsed, unanswered, used, failed]]);
});

test("ordered carts go after 30 days, links after two days, counters at their end", async ({ account }) => {
  const cart = async (closedAgo: string | null) => {
    const [row] = await sql<{ id: string }>(
      `INSERT INTO "Cart" (id, "userId", "closedAt") VALUES (gen_random_uuid(), $1, now() - $2::interval) RETURNING id`,
      [account.id, closedAgo],
    );
    return row?.id;
  };
  const link = async (madeAgo: string) => {
    const hash = randomBytes(32);
    await sql(
      `INSERT INTO "MailToken" (hash, purpose, "userId", email, "createdAt") VALUES ($1, 'LOG_IN', $2, $3, now() - $4::interval)`,
      [hash, account.id, account.email, madeAgo],
    );
    return hash;
  };
  const counter = async (endsIn: string) => {
    const key = `test:${randomUUID()}`;
    await sql(`INSERT INTO "Throttle" (key, points, "expiresAt") VALUES ($1, 1, now() + $2::interval)`, [key, endsIn]);
    return key;
  };
  const mail = async (sentAgo: string) => {
    const id = randomUUID();
    await sql(`INSERT INTO "Mail" (id, kind, sealed, "sentAt") VALUES ($1, 'order', '{}', now() - $2::interval)`, [
      id,
      sentAgo,
    ]);
    return id;
  };
  const mails = { young: await mail("29 days"), old: await mail("31 days") };
  const carts = { open: await cart(null), ordered: await cart("29 days"), old: await cart("31 days") };
  const links = { young: await link("47 hours"), old: await link("49 hours") };
  const counters = { running: await counter("1 minute"), over: await counter("-1 second") };
  await sweepNow();
  expect(await exists(`SELECT FROM "Cart" WHERE id = $1`, carts.open)).toBe(true);
  expect(await exists(`SELECT FROM "Cart" WHERE id = $1`, carts.ordered)).toBe(true);
  expect(await exists(`SELECT FROM "Cart" WHERE id = $1`, carts.old)).toBe(false);
  expect(await exists(`SELECT FROM "MailToken" WHERE hash = $1`, links.young)).toBe(true);
  expect(await exists(`SELECT FROM "MailToken" WHERE hash = $1`, links.old)).toBe(false);
  expect(await exists(`SELECT FROM "Mail" WHERE id = $1`, mails.young)).toBe(true);
  expect(await exists(`SELECT FROM "Mail" WHERE id = $1`, mails.old)).toBe(false);
  await sql(`DELETE FROM "Mail" WHERE id = $1`, [mails.young]);
  expect(await exists(`SELECT FROM "Throttle" WHERE key = $1`, counters.running)).toBe(true);
  expect(await exists(`SELECT FROM "Throttle" WHERE key = $1`, counters.over)).toBe(false);
  await sql(`DELETE FROM "Throttle" WHERE key = $1`, [counters.running]);
});
