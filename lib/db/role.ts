import type { Client } from "pg";
import { logInfo } from "@/lib/log";

const MAY_CREATE = `
  SELECT current_user AS role, has_schema_privilege(current_schema(), 'CREATE')
    OR has_database_privilege(current_database(), 'CREATE') AS "mayCreate"`;

let isKnown = false;

/** Logs once that the shop's role may do more than read and write rows. The shop runs all the same. */
export async function warnOfPowerfulRole(client: Client): Promise<void> {
  if (isKnown) return;
  const { rows } = await client.query<{ role: string; mayCreate: boolean }>(MAY_CREATE);
  isKnown = true;
  if (rows[0]?.mayCreate)
    logInfo("The shop's database role may create tables: serve with one that only reads and writes rows", {
      role: rows[0].role,
      see: "docs/operations.md",
    });
}
