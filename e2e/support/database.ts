import { createHash } from "node:crypto";
import { Pool, type QueryResultRow } from "pg";

// Looks at rows and moves them in time. What the shop itself does goes through its pages.

/** Connects as the tables' owner, who may lock and alter tables and create databases, which the shop may not. */
export const ownerUrl = process.env.MIGRATE_DATABASE_URL ?? "";

const pool = new Pool({ connectionString: ownerUrl, max: 3, allowExitOnIdle: true });

/** Runs a statement of the test's own. */
export async function sql<Row extends QueryResultRow = QueryResultRow>(text: string, values: unknown[] = []) {
  return (await pool.query<Row>(text, values)).rows;
}

/** A connection of the test's own, for what has to hold a lock. Release it. */
export const connect = () => pool.connect();

export type SessionRow = {
  id: string;
  userId: string | null;
  remembered: boolean;
  tokenHash: Buffer;
  createdAt: Date;
  loggedInAt: Date | null;
  lastSeenAt: Date;
  endedAt: Date | null;
  endReason: string | null;
  explainedAt: Date | null;
};

export type Age = { days?: number; hours?: number; minutes?: number; seconds?: number };

function interval({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Age): string {
  return `${days * 86_400 + hours * 3_600 + minutes * 60 + seconds} seconds`;
}

export const hashOf = (token: string) => createHash("sha256").update(token).digest();

/** The session a token opens, or one it opened before it was replaced. */
export async function findRow(token: string): Promise<SessionRow | undefined> {
  const [row] = await sql<SessionRow>(
    `SELECT * FROM "Session" WHERE "tokenHash" = $1 OR id = (SELECT "sessionId" FROM "RetiredToken" WHERE hash = $1)`,
    [hashOf(token)],
  );
  return row;
}

/** Moves everything that happened to a session back in time. */
export async function ageSession(id: string, age: Age) {
  await sql(
    `UPDATE "Session" SET "createdAt" = "createdAt" - $2::interval, "loggedInAt" = "loggedInAt" - $2::interval,
       "authenticatedAt" = "authenticatedAt" - $2::interval, "lastSeenAt" = "lastSeenAt" - $2::interval,
       "endedAt" = "endedAt" - $2::interval, "explainedAt" = "explainedAt" - $2::interval WHERE id = $1`,
    [id, interval(age)],
  );
  await sql(
    `UPDATE "RetiredToken" SET "retiredAt" = "retiredAt" - $2::interval, "successorSeenAt" = "successorSeenAt" - $2::interval
     WHERE "sessionId" = $1`,
    [id, interval(age)],
  );
}

/** Moves only one of a session's times back, to look at one limit alone. */
export async function ageColumn(
  id: string,
  column: "loggedInAt" | "createdAt" | "lastSeenAt" | "authenticatedAt",
  age: Age,
) {
  await sql(`UPDATE "Session" SET "${column}" = "${column}" - $2::interval WHERE id = $1`, [id, interval(age)]);
}

export async function eventTypes(sessionId: string): Promise<string[]> {
  const rows = await sql<{ type: string }>(`SELECT type FROM "SessionEvent" WHERE "sessionId" = $1 ORDER BY id`, [
    sessionId,
  ]);
  return rows.map(({ type }) => type);
}

/** Deletes a guest's session by its token; members' sessions are deleted with their account. */
export async function forgetGuest(token: string) {
  await sql(`DELETE FROM "Session" WHERE id = $1 AND "userId" IS NULL`, [(await findRow(token))?.id]);
}

/** A user's events of one type, the first first. */
export async function eventsOf(userId: string, type: string): Promise<{ sessionId: string | null; detail: object }[]> {
  return sql(`SELECT "sessionId", detail FROM "SessionEvent" WHERE "userId" = $1 AND type = $2 ORDER BY id`, [
    userId,
    type,
  ]);
}

/** The reasons for which a user's sessions ended. */
export async function endReasons(userId: string): Promise<(string | null)[]> {
  const rows = await sql<{ endReason: string }>(
    `SELECT "endReason" FROM "Session" WHERE "userId" = $1 AND "endedAt" IS NOT NULL ORDER BY "endReason"`,
    [userId],
  );
  return rows.map(({ endReason }) => endReason);
}

export async function liveIds(userId: string): Promise<string[]> {
  const rows = await sql<{ id: string }>(`SELECT id FROM "Session" WHERE "userId" = $1 AND "endedAt" IS NULL`, [
    userId,
  ]);
  return rows.map(({ id }) => id);
}
