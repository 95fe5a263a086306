import { transaction } from "@/lib/db";
import { end } from "./end";
import type { Hash } from "./store";

// What becomes of a session when the answer with its new token never arrived.

/** Ends a session whose new token never arrived. False when it has just arrived, or the session has ended otherwise. */
export async function endLost(id: string, replaced: Hash): Promise<boolean> {
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM "Session" WHERE id = ${id}::uuid FOR UPDATE`;
    const unseen = await tx.$queryRaw<unknown[]>`
      SELECT FROM "RetiredToken" WHERE hash = ${replaced} AND "successorSeenAt" IS NULL FOR UPDATE`;
    return unseen.length === 1 && (await end(id, "REPLACED", tx));
  });
}
