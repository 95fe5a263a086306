import { sql } from "./database";

/** The details of a user's events of one type. */
export async function eventDetails(userId: string, type: string): Promise<object[]> {
  const rows = await sql<{ detail: object }>(`SELECT detail FROM "SessionEvent" WHERE "userId" = $1 AND type = $2`, [
    userId,
    type,
  ]);
  return rows.map(({ detail }) => detail);
}
