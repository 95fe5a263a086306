import { randomUUID } from "node:crypto";
import { connect, sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { hold } from "./support/hold";
import { createDatabase } from "./support/own-database";
import { handedToken, peek, postForm, request } from "./support/plain-form";

// A database that answers, but not as usual.

test("whoever logs in while somebody holds their account's row is asked to try again, and gets in afterwards", async ({
  account,
}) => {
  const held = await hold(`SELECT FROM "User" WHERE id = $1 FOR UPDATE`, [account.id]);
  const logIn = () => postForm("/login", { form: "password", fields: account });
  const answer = await logIn();
  await held.letGo();
  expect(await answer.text()).toContain("The shop cannot be reached just now. Nothing was changed");
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(handedToken(await logIn())).toBeDefined();
});

test("PostgreSQL itself puts out a connection of the shop that was left in mid-transaction", async () => {
  const { transaction } = await import("../lib/db");
  const seen = await transaction(
    (tx) => tx.$queryRaw<{ name: string; setting: string }[]>`
      SELECT name, setting FROM pg_settings WHERE name IN ('idle_in_transaction_session_timeout', 'lock_timeout', 'statement_timeout')`,
  );
  const ms = Object.fromEntries(seen.map(({ name, setting }) => [name, Number(setting)]));
  expect(ms.idle_in_transaction_session_timeout).toBe(6_000);
  expect(ms.lock_timeout, "a held row is given up before the statement is").toBeLessThan(ms.statement_timeout ?? 0);

  const gone = await connect();
  const broken = new Promise((resolve) => gone.once("error", resolve));
  await gone.query(`SET idle_in_transaction_session_timeout = ${ms.idle_in_transaction_session_timeout}`);
  await gone.query("BEGIN");
  await broken;
  gone.release(true);
});

test("while the database only reads, people stay in and see their pages, and writes are refused kindly", async ({
  server,
}) => {
  test.setTimeout(120_000);
  const password = randomUUID();
  const database = await createDatabase(password);
  const name = new URL(database.url).pathname.slice(1);
  try {
    const { origin } = await server({ env: { DATABASE_URL: database.url } });
    const fields = { email: "ada@example.com", password };
    const logIn = (at: string) => postForm("/login", { form: "password", fields, origin: at });
    const [token, overdue] = [handedToken(await logIn(origin)) ?? "", handedToken(await logIn(origin)) ?? ""];
    const ageLastSeen = (hash: string, time: string) =>
      database.rows.query(
        `UPDATE "Session" SET "lastSeenAt" = now() - $2::interval WHERE "tokenHash" = sha256(convert_to($1, 'UTF8'))`,
        [hash, time],
      );
    await ageLastSeen(token, "5 minutes");
    await ageLastSeen(overdue, "31 minutes");
    await sql(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    const reading = (await server({ env: { DATABASE_URL: database.url } })).origin;

    for (const path of ["/account", "/cart", "/login", "/checkout"])
      expect((await request(path, { origin: reading, token })).status, path).toBeLessThan(400);
    expect((await request("/account", { origin: reading, token })).status).toBe(200);
    expect((await peek(token, reading)).status).toBe("member");
    expect((await peek(overdue, reading)).status, "what is over opens nothing").toBe("ended");
    expect((await request("/account", { origin: reading, token: overdue })).headers.get("location")).toContain(
      "/login",
    );
    expect((await request("/api/health/ready", { origin: reading })).status).toBe(503);
    const refused = await logIn(reading);
    expect(await refused.text()).toContain("The shop cannot be reached just now. Nothing was changed");
    expect(refused.headers.getSetCookie()).toEqual([]);

    await sql(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
    const writing = (await server({ env: { DATABASE_URL: database.url } })).origin;
    expect((await request("/api/health/ready", { origin: writing })).status).toBe(200);
    expect((await peek(token, writing)).status).toBe("member");
  } finally {
    await database.drop();
  }
});

test("a locked table and a column that is not there yet are a kind no, and everybody is still in afterwards", async ({
  server,
}) => {
  test.setTimeout(120_000);
  const password = randomUUID();
  const database = await createDatabase(password);
  try {
    const { origin } = await server({ env: { DATABASE_URL: database.url } });
    const fields = { email: "ada@example.com", password };
    const logIn = () => postForm("/login", { form: "password", fields, origin });
    const token = handedToken(await logIn()) ?? "";
    const troubles = [
      ["BEGIN", `LOCK TABLE "Session"`, "COMMIT"],
      [
        `ALTER TABLE "Session" RENAME COLUMN sealed TO later`,
        "",
        `ALTER TABLE "Session" RENAME COLUMN later TO sealed`,
      ],
    ] as const;
    for (const [first, second, end] of troubles) {
      await database.rows.query(first);
      if (second) await database.rows.query(second);
      expect(await peek(token, origin), first).toEqual({ status: "unavailable", message: expect.any(String) });
      const refused = await logIn();
      expect(await refused.text()).toContain("The shop cannot be reached just now. Nothing was changed");
      expect(refused.headers.getSetCookie()).toEqual([]);
      await database.rows.query(end);
      await expect.poll(() => peek(token, origin)).toMatchObject({ status: "member" });
    }
  } finally {
    await database.drop();
  }
});
