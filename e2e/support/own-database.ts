import { randomBytes, randomUUID } from "node:crypto";
import { Client } from "pg";
import { bringUpToDate } from "../../scripts/database.mjs";
import { grantRoles } from "../../scripts/postgres-roles.mjs";
import { hashOf, ownerUrl, sql } from "./database";

/** `url` is for the shop; `ownerUrl`, and the connection `rows`, are its owner's. */
export type OwnDatabase = { url: string; ownerUrl: string; rows: Client; drop: () => Promise<void> };

/** A database of the test's own, migrated and with the demo's people: for what would touch everybody's rows. */
export async function createDatabase(password: string): Promise<OwnDatabase> {
  const name = `own_${randomUUID().replaceAll("-", "")}`;
  await sql(`CREATE DATABASE ${name}`);
  const urlOf = (other = "") => Object.assign(new URL(other), { pathname: `/${name}` }).href;
  const database = { url: urlOf(process.env.DATABASE_URL), ownerUrl: urlOf(ownerUrl) };
  const rows = new Client({ connectionString: database.ownerUrl });
  await rows.connect();
  await grantRoles(rows);
  await bringUpToDate({ MIGRATE_DATABASE_URL: database.ownerUrl, DEMO: "1", DEMO_PASSWORD: password });
  const drop = async () => {
    await rows.end();
    await sql(`DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { ...database, rows, drop };
}

/** One sum per table, but for those that tell of tries: whether anything changed anywhere. */
export async function sumTables(rows: Client, but = ["SessionEvent"]): Promise<Record<string, string>> {
  const { rows: tables } = await rows.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL($1)`,
    [but],
  );
  const sums = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) || ' ' || md5(coalesce(string_agg(t::text, E'\n' ORDER BY t::text), '')) AS sum FROM "${name}" t`,
  );
  const { rows: summed } = await rows.query<{ name: string; sum: string }>(sums.join(" UNION ALL "));
  return Object.fromEntries(summed.map(({ name, sum }) => [name, sum]));
}

/** Links as they stand in mails to somebody, by purpose. */
export async function addLinks(rows: Client, email: string) {
  const links = { RESET_PASSWORD: "", LOG_IN: "", VERIFY_EMAIL: "", CHANGE_EMAIL: "", RESTORE_EMAIL: "" };
  for (const purpose of Object.keys(links) as (keyof typeof links)[]) {
    links[purpose] = randomBytes(32).toString("hex");
    await rows.query(
      `INSERT INTO "MailToken" (hash, purpose, "userId", email) SELECT $1, $2, id, email FROM "User" WHERE email = $3`,
      [hashOf(links[purpose]), purpose, email],
    );
  }
  return links;
}
