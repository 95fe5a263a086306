import { askDatabase, prisma } from "@/lib/db";
import { readToken } from "./cookie";
import { timeouts } from "./policy";
import { hashToken } from "./token";

// Which browsers an account knows: those whose cookie opens a session of it, or opened one until its time was over.

/**
 * The session that the request's token opens, or opened until it ended by its time, if it is of the account with this
 * address. A token whose successor never arrived is still its browser's; of every other replaced token, and of a session
 * that was ended by somebody, only a copy is left. Null otherwise. Throws Unavailable.
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

/** Whether the request comes with a token that the shop never gave out, or forgot long ago. Throws Unavailable. */
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
