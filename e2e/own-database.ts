import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { bringUpToDate } from "../scripts/database.mjs";
import { grantRoles } from "../scripts/postgres-roles.mjs";
import { ownerUrl, sql } from "./database";

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
