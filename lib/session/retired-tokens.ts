import { askDatabase, prisma, type Transaction, transaction } from "@/lib/db";
import { recordEvent } from "@/lib/session/events/record";
import type { StoredSession } from "./columns";
import { endSession } from "./end";
import type { Hash } from "./token";

// Rotation: a session gets a new token, and the old one is kept as a retired token, so that its replay is recognised.
// `successorSeenAt` says when the browser was first seen using the new one: until then the answer with it may be lost.

/**
 * Replaces a session's token. `confirmedOn`: the device on which its owner just confirmed who they are, which makes the
 * login fresh there. False, and nothing is changed, when `current` is no longer the session's token: another request
 * was faster.
 */
export async function replaceToken(
  tx: Transaction,
  session: Pick<StoredSession, "id" | "userId">,
  { current, next, confirmedOn = null }: { current: Hash; next: Hash; confirmedOn?: string | null },
): Promise<boolean> {
  const replaced = await tx.$executeRaw`
    WITH replaced AS (
      UPDATE "Session"
      SET "tokenHash" = ${next}, device = coalesce(${confirmedOn}, device),
        "authenticatedAt" = CASE WHEN ${confirmedOn}::text IS NULL THEN "authenticatedAt" ELSE now() END
      WHERE id = ${session.id}::uuid AND "tokenHash" = ${current} AND "endedAt" IS NULL RETURNING id, "userId"
    ), arrived AS (
      UPDATE "RetiredToken" SET "successorSeenAt" = now()
      WHERE "sessionId" = (SELECT id FROM replaced) AND "successorSeenAt" IS NULL
    )
    INSERT INTO "RetiredToken" (hash, "sessionId", authenticated)
    SELECT ${current}, id, "userId" IS NOT NULL FROM replaced`;
  if (replaced === 0) return false;
  await recordEvent(tx, {
    sessionId: session.id,
    userId: session.userId,
    type: "rotated",
    detail: { isConfirmed: confirmedOn !== null },
  });
  return true;
}

/**
 * Retires the token of a session that a login is about to give a new one. The browser used this token, so the answer
 * that carried it had arrived: earlier retired tokens are marked so.
 */
export async function retireToken(tx: Transaction, sessionId: string): Promise<void> {
  await tx.$executeRaw`
    WITH arrived AS (
      UPDATE "RetiredToken" SET "successorSeenAt" = now() WHERE "sessionId" = ${sessionId}::uuid AND "successorSeenAt" IS NULL
    )
    INSERT INTO "RetiredToken" (hash, "sessionId", authenticated)
    SELECT "tokenHash", id, "userId" IS NOT NULL FROM "Session" WHERE id = ${sessionId}::uuid`;
}

/**
 * Records that the browser was seen using its new token. Does nothing if this token was itself replaced meanwhile: the
 * browser was not yet seen using the newer one.
 */
export async function markArrived(sessionId: string, tokenHash: Hash): Promise<void> {
  await askDatabase(
    () => prisma().$executeRaw`
      UPDATE "RetiredToken" SET "successorSeenAt" = now() WHERE "sessionId" = ${sessionId}::uuid AND "successorSeenAt" IS NULL
        AND EXISTS (SELECT FROM "Session" WHERE id = ${sessionId}::uuid AND "tokenHash" = ${tokenHash})`,
  );
}

/** Ends a member's session whose new token never arrived. False when it arrived just now, or the session had ended. */
export async function endLostSession(id: string, replaced: Hash): Promise<boolean> {
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM "Session" WHERE id = ${id}::uuid FOR UPDATE`;
    const unseen = await tx.$queryRaw<unknown[]>`
      SELECT FROM "RetiredToken" WHERE hash = ${replaced} AND "successorSeenAt" IS NULL FOR UPDATE`;
    return unseen.length === 1 && (await endSession(id, "ROTATION_LOST", tx));
  });
}

/**
 * Makes the replaced token a guest's token again when the new one never arrived. The cart stays; what was kept in the
 * session or granted to it goes, since somebody else may hold that token too. False when the new token arrived just now,
 * or the session has ended or is a member's.
 */
export async function undoRotation(id: string, replaced: Hash): Promise<boolean> {
  return transaction(async (tx) => {
    const guest = await tx.$queryRaw<unknown[]>`
      SELECT FROM "Session" WHERE id = ${id}::uuid AND "userId" IS NULL AND "endedAt" IS NULL FOR UPDATE`;
    if (guest.length === 0) return false;
    const unseen = await tx.$executeRaw`
      DELETE FROM "RetiredToken" WHERE hash = ${replaced} AND "sessionId" = ${id}::uuid AND "successorSeenAt" IS NULL`;
    if (unseen === 0) return false;
    await tx.$executeRaw`DELETE FROM "OrderGrant" WHERE "sessionId" = ${id}::uuid`;
    await tx.$executeRaw`
      UPDATE "Session" SET "tokenHash" = ${replaced}, sealed = jsonb_strip_nulls(jsonb_build_object('client', sealed->'client'))
      WHERE id = ${id}::uuid`;
    await recordEvent(tx, { sessionId: id, type: "rotated", detail: { isUndone: true } });
    return true;
  });
}

/**
 * Ends a session whose last new token was lost, when the same user logs in again from that browser; otherwise each try
 * would leave one more session. Only for the same user, since whoever planted the old token could otherwise end the new
 * session by replaying it.
 */
export async function replaceLostSession(
  tx: Transaction,
  presented: Hash,
  { id, userId }: { id: string; userId: string },
): Promise<void> {
  const lost = await tx.retiredToken.findFirst({
    where: { hash: presented, successorSeenAt: null, session: { userId } },
  });
  if (!lost) return;
  await endSession(lost.sessionId, "ROTATION_LOST", tx);
  await tx.$executeRaw`UPDATE "RetiredToken" SET "sessionId" = ${id}::uuid, "retiredAt" = now() WHERE hash = ${presented}`;
}

/** Moves the times of a session's retired tokens back by `ms`. */
export async function ageRetiredTokens(tx: Transaction, sessionId: string, ms: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE "RetiredToken" SET "retiredAt" = "retiredAt" - ${ms} * interval '1 ms',
      "successorSeenAt" = "successorSeenAt" - ${ms} * interval '1 ms' WHERE "sessionId" = ${sessionId}::uuid`;
}
