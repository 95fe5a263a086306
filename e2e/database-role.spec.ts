import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { Client } from "pg";
import { freePort } from "../scripts/ports.mjs";
import { stop } from "../scripts/processes.mjs";
import { launchServer } from "../scripts/server.mjs";
import { ownerUrl, sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { createDatabase } from "./support/own-database";
import { otherOrigin, request, shopOrigin } from "./support/plain-form";
import { readServerLogs } from "./support/server-logs";

// What somebody who gets the shop to run SQL of theirs can do with it: what the shop does, and no more.

const shopUrl = process.env.DATABASE_URL ?? "";
const [shop, owner] = [shopUrl, ownerUrl].map((url) => new URL(url).username);
const denied = "42501";

async function asShop<T>(work: (client: Client) => Promise<T>, url = shopUrl): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** PostgreSQL's code for the refusal; what is not refused is undone. */
async function refusal(client: Client, statement: string): Promise<string | undefined> {
  await client.query("BEGIN");
  try {
    await client.query(statement);
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await client.query("ROLLBACK");
  }
}

test("nobody but the shop's role and the tables' owner is in the database while the shop runs", async () => {
  for (const origin of [shopOrigin, otherOrigin])
    expect((await request("/api/health/ready", { origin })).status).toBe(200);
  const people = await sql<{ name: string }>(
    "SELECT DISTINCT usename AS name FROM pg_stat_activity WHERE datname = current_database() AND usename IS NOT NULL",
  );
  expect(people.map(({ name }) => name).sort()).toEqual([owner, shop]);
  expect(shop).not.toBe(owner);
});

test("the shop's role cannot change the database, read what is PostgreSQL's, or run programs", async () => {
  const refused = [
    "CREATE TABLE mine (id int)",
    "CREATE TEMPORARY TABLE mine (id int)",
    "CREATE SCHEMA mine",
    "CREATE FUNCTION mine() RETURNS int LANGUAGE sql RETURN 1",
    "CREATE EXTENSION citext",
    "CREATE ROLE mine",
    `CREATE INDEX mine ON "Session" (device)`,
    `ALTER TABLE "Session" ADD COLUMN mine int`,
    `ALTER TABLE "Order" DISABLE TRIGGER ALL`,
    `DROP TABLE "Session" CASCADE`,
    `DROP INDEX "Session_tokenHash_key"`,
    "DROP FUNCTION search_product CASCADE",
    `TRUNCATE "Session" CASCADE`,
    `SELECT setval('"SessionEvent_id_seq"', 1)`,
    `COPY "Session" TO PROGRAM 'cat'`,
    `COPY "Session" TO '/tmp/sessions'`,
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "SELECT FROM pg_authid",
    "SELECT pg_read_file('PG_VERSION')",
    `SET ROLE ${owner}`,
    `SET SESSION AUTHORIZATION ${owner}`,
    "UPDATE _prisma_migrations SET checksum = checksum",
    "DELETE FROM _prisma_migrations",
  ];
  await asShop(async (client) => {
    for (const statement of refused) expect(await refusal(client, statement), statement).toBe(denied);
  });
});

test("the shop's role is nobody special, owns nothing, and may read and write rows of every table", async () => {
  const roles = await sql(
    `SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls AS special, rolname AS name,
       (SELECT count(*)::int FROM pg_auth_members m WHERE m.member = r.oid) AS memberships,
       (SELECT count(*)::int FROM pg_shdepend d WHERE d.refobjid = r.oid AND d.deptype = 'o') AS owned
     FROM pg_roles r WHERE rolname = $1`,
    [shop],
  );
  expect(roles).toEqual([{ name: shop, special: false, memberships: 0, owned: 0 }]);
  expect(await sql("SELECT FROM pg_roles WHERE rolname = $1 AND NOT rolsuper", [owner])).toHaveLength(1);
  const tables = await sql<{ name: string; rights: string }>(
    `SELECT relname AS name, (SELECT string_agg(right_, ' ' ORDER BY right_)
       FROM unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER,MAINTAIN}'::text[]) right_
       WHERE has_table_privilege($1, c.oid, right_)) AS rights
     FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')`,
    [shop],
  );
  expect(tables.length).toBeGreaterThan(15);
  for (const { name, rights } of tables)
    expect(rights, name).toBe(name === "_prisma_migrations" ? "SELECT" : "DELETE INSERT SELECT UPDATE");
});

test("a table that a later migration makes is the shop's to read and write", async () => {
  test.setTimeout(120_000);
  const database = await createDatabase(randomUUID());
  try {
    await database.rows.query("CREATE TABLE later (id bigserial PRIMARY KEY, word text)");
    await asShop(async (client) => {
      await client.query("INSERT INTO later (word) VALUES ('here')");
      await client.query("UPDATE later SET word = word || ' and there'");
      expect((await client.query("SELECT word FROM later")).rows).toEqual([{ word: "here and there" }]);
      await client.query("DELETE FROM later");
      expect(await refusal(client, "TRUNCATE later")).toBe(denied);
      expect(await refusal(client, "DROP TABLE later")).toBe(denied);
      expect(await refusal(client, "DELETE FROM _prisma_migrations")).toBe(denied);
    }, database.url);
  } finally {
    await database.drop();
  }
});

test("a shop whose role may create tables says so once, and serves; one whose role may not has nothing to say", async () => {
  const port = await freePort();
  const env = { DATABASE_URL: ownerUrl, SHOP_URL: `http://localhost:${port}` };
  const server = await launchServer({ port, env, stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  server.stderr?.setEncoding("utf8").on("data", (text) => {
    log += text;
  });
  const warnings = () => log.split("\n").filter((line) => line.includes("may create tables"));
  await expect.poll(warnings).toEqual([expect.stringContaining(`"role":"${owner}"`)]);
  expect((await request("/api/health/ready", { origin: env.SHOP_URL })).status).toBe(200);
  if (process.platform === "linux")
    expect(readFileSync(`/proc/${server.pid}/environ`, "utf8"), "the owner's address is not handed on").toContain(
      "\0MIGRATE_DATABASE_URL=\0",
    );
  await stop(server);
  expect(warnings()).toHaveLength(1);
  for (const text of readServerLogs()) expect(text).not.toContain("may create tables");
});
