import { transaction } from "@/lib/db";
import { recordEvent } from "@/lib/session/events/record";
import { endSession } from "./end";
import type { Hash } from "./token";

// What becomes of a session when the answer with its new token never arrived.

/** Ends a member's session whose new token never arrived. False when it has just arrived, or the session has ended otherwise. */
export async function endLostSession(id: string, replaced: Hash): Promise<boolean> {
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM "Session" WHERE id = ${id}::uuid FOR UPDATE`;
    const unseen = await tx.$queryRaw<unknown[]>`
      SELECT FROM "RetiredToken" WHERE hash = ${replaced} AND "successorSeenAt" IS NULL FOR UPDATE`;
    return unseen.length === 1 && (await endSession(id, "ROTATION_LOST", tx));
  });
}

/**
 * Gives a guest's session back to the token whose successor never arrived: with its cart, but without anything that was
 * kept in it or granted to it, since the token may be in two hands. False when the new one has just arrived, or the
 * session has ended or is a member's.
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
