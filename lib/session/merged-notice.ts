import "server-only";
import { askDatabase, prisma, type Transaction } from "@/lib/db";
import { isPrefetch } from "./prefetch";
import type { Session } from "./store";

// "3 pieces from this browser are in your cart": written at the login, told once.

/** Records how many pieces came into the cart with the login. The caller's transaction logs in. */
export async function recordMergedPieces(tx: Transaction, id: string, mergedPieces: number): Promise<void> {
  await tx.session.update({ where: { id }, data: { mergedPieces, mergedSaidAt: null } });
}

/** Returns how many pieces the login brought into the cart, and records that the shopper is told. Null otherwise. */
export async function takeMergedNotice({ id, mergedPieces }: Session): Promise<number | null> {
  if (!mergedPieces || (await isPrefetch())) return null;
  await askDatabase(
    () => prisma().$executeRaw`
      UPDATE "Session" SET "mergedSaidAt" = now() WHERE id = ${id}::uuid AND "mergedSaidAt" IS NULL`,
  );
  return mergedPieces;
}
