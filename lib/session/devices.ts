import { answered, prisma } from "@/lib/db";
import { readToken } from "./cookie";
import { hashToken } from "./token";

// Which browsers an account knows: those whose cookie opens, or lately opened, a session of it.

/**
 * The session, live or over, that the request's token belongs or belonged to, if it is of the account with this address
 * and was not ended because somebody else may have had it. Null otherwise. Throws Unavailable.
 */
export async function findDevice(email: string): Promise<string | null> {
  const token = await readToken();
  if (!token) return null;
  const tokenHash = hashToken(token);
  const rows = await answered(
    () => prisma().$queryRaw<{ id: string }[]>`
      SELECT s.id FROM "Session" s JOIN "User" u ON u.id = s."userId"
      WHERE s.id IN (SELECT id FROM "Session" WHERE "tokenHash" = ${tokenHash}
          UNION ALL SELECT "sessionId" FROM "RetiredToken" WHERE hash = ${tokenHash} AND authenticated)
        AND u.email = ${email}
        AND (s."endReason" IS NULL OR s."endReason" IN ('LOGGED_OUT', 'IDLE_TIMEOUT', 'ABSOLUTE_TIMEOUT', 'SESSION_LIMIT'))`,
  );
  return rows[0]?.id ?? null;
}

/** Whether the request comes with a token that the shop never gave out, or forgot long ago. Throws Unavailable. */
export async function hasUnknownToken(): Promise<boolean> {
  const token = await readToken();
  if (!token) return false;
  const tokenHash = hashToken(token);
  const rows = await answered(
    () => prisma().$queryRaw<unknown[]>`
      SELECT FROM "Session" WHERE "tokenHash" = ${tokenHash} UNION ALL SELECT FROM "RetiredToken" WHERE hash = ${tokenHash}`,
  );
  return rows.length === 0;
}
