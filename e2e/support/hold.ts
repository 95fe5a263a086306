import type { QueryResultRow } from "pg";
import { connect, sql } from "./database";
import { expect } from "./fixtures";

/** Begins a transaction with `statement` and keeps it open, so that others have to wait for what it locks. */
export async function hold<Row extends QueryResultRow>(statement: string, values: unknown[] = []) {
  const holder = await connect();
  const [backend] = (await holder.query<{ pid: number }>("SELECT pg_backend_pid() AS pid")).rows;
  await holder.query("BEGIN");
  const { rows } = await holder.query<Row>(statement, values);
  return {
    rows,
    /** Runs another statement in the same transaction. */
    query: (text: string, values: unknown[]) => holder.query(text, values),
    /** Resolves when at least `count` wait for it. */
    waited: (count = 1) =>
      expect.poll(() => countWaiting(backend?.pid), { intervals: [50] }).toBeGreaterThanOrEqual(count),
    async letGo() {
      await holder.query("COMMIT");
      holder.release();
    },
  };
}

/** How many connections wait for this one's locks, directly or behind another one that waits. */
async function countWaiting(pid: number | undefined): Promise<number> {
  const rows = await sql(
    `WITH RECURSIVE held AS (
       SELECT $1::int AS pid
       UNION SELECT a.pid FROM pg_stat_activity a JOIN held ON held.pid = ANY(pg_blocking_pids(a.pid))
     ) SELECT FROM held WHERE pid <> $1::int`,
    [pid],
  );
  return rows.length;
}
