import { askDatabase, prisma } from "@/lib/db";
import { readToken } from "./cookie";
import { timeouts } from "./policy";
import { hashToken } from "./token";

/**
 * Returns the id of the session by which an account knows this browser: the request's token opens it, or opened it until
 * a timeout, and it belongs to the account with this address. A replaced token counts only while its successor has not
 * arrived, and a session that somebody ended does not count: whoever sends those may hold a stolen copy. Null otherwise.
 * Throws Unavailable.
 */
export async function findDevice(email: string): Promise<string | null> {
  const token = await readToken();
  if (!token) return null;
  const tokenHash = hashToken(token);
  const rows = await askDatabase(
    () => prisma().$queryRaw<{ id: string }[]>`
      SELECT s.id FROM "Session" s JOIN "User" u ON u.id = s."userId"
      WHERE s.id IN (SELECT id FROM "Session" WHERE "tokenHash" = ${tokenHash}
          UNION ALL SELECT "sessionId" FROM "RetiredToken"
            WHERE hash = ${tokenHash} AND authenticated AND "successorSeenAt" IS NULL)
        AND u.email = ${email}
        AND (s."endReason" IS NULL OR s."endReason"::text = ANY(${[...timeouts]}))`,
  );
  return rows[0]?.id ?? null;
}

/** Whether the request's token is one that the shop never gave out, or has forgotten. Throws Unavailable. */
export async function hasUnknownToken(): Promise<boolean> {
  const token = await readToken();
  if (!token) return false;
  const tokenHash = hashToken(token);
  const rows = await askDatabase(
    () => prisma().$queryRaw<unknown[]>`
      SELECT FROM "Session" WHERE "tokenHash" = ${tokenHash} UNION ALL SELECT FROM "RetiredToken" WHERE hash = ${tokenHash}`,
  );
  return rows.length === 0;
}
