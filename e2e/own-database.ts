import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { bringUpToDate } from "../scripts/database.mjs";
import { sql } from "./database";

export type OwnDatabase = { url: string; rows: Client; drop: () => Promise<void> };

/** A database of the test's own, migrated and with the demo's people: for what would touch everybody's rows. */
export async function createDatabase(password: string): Promise<OwnDatabase> {
  const name = `own_${randomUUID().replaceAll("-", "")}`;
  await sql(`CREATE DATABASE ${name}`);
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.pathname = `/${name}`;
  await bringUpToDate({ DATABASE_URL: url.href, DEMO: "1", DEMO_PASSWORD: password });
  const rows = new Client({ connectionString: url.href });
  await rows.connect();
  const drop = async () => {
    await rows.end();
    await sql(`DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { url: url.href, rows, drop };
}
