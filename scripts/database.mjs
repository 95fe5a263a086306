/** Brings a database up to date: reachable, migrated, seeded. */
import { existsSync, readdirSync } from "node:fs";
import { inRoot } from "./paths.mjs";
import { Problem } from "./problem.mjs";
import { step } from "./steps.mjs";
import { runTool, runTypeScript } from "./tools.mjs";

/**
 * `given` holds MIGRATE_DATABASE_URL, or DATABASE_URL where one role does everything, and DEMO and DEMO_PASSWORD where
 * there are demo people.
 */
export async function bringUpToDate(given) {
  const env = { ...given, MIGRATE_DATABASE_URL: given.MIGRATE_DATABASE_URL || given.DATABASE_URL };
  if (!(await isMigrated(env.MIGRATE_DATABASE_URL))) {
    await step("migrated the database", () =>
      runTool(
        "prisma",
        ["migrate", "deploy"],
        "The database could not be migrated: Prisma says why above. It takes the role that owns the tables (MIGRATE_DATABASE_URL).",
        env,
      ),
    );
  }
  await step("checked the seed", () =>
    runTypeScript("prisma/seed.ts", "The database could not be seeded: see above.", env),
  );
}

const variables = "DATABASE_URL and MIGRATE_DATABASE_URL";

/** Asks the database itself, since the Prisma CLI takes seconds for it. */
async function isMigrated(url) {
  const wanted = readdirSync(inRoot("prisma/migrations")).filter((name) =>
    existsSync(inRoot("prisma/migrations", name, "migration.sql")),
  );
  const client = await connect(url);
  try {
    const { rows } = await client.query(
      "SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL",
    );
    const finished = new Set(rows.filter((row) => row.finished).map((row) => row.name));
    return rows.every((row) => row.finished) && wanted.every((name) => finished.has(name));
  } catch (error) {
    if (error.code === "42P01") return false; // no such table: a new database
    throw error;
  } finally {
    await client.end();
  }
}

async function connect(url) {
  const { default: pg } = await import("pg");
  if (!URL.canParse(url)) throw new Problem(`${variables} must look like postgresql://user:password@host:5432/name.`);
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on("error", () => {});
    await client.connect();
    return client;
  } catch (error) {
    throw new Problem(`The database at ${place(url)} cannot be reached (${reason(error)}): check ${variables}.`);
  }
}

/** Where a database is, without its password. */
export function place(url) {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}

function reason(error) {
  return error.errors?.[0]?.message ?? error.message ?? error.code;
}
