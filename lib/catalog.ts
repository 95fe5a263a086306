import { answered, prisma } from "@/lib/db";

// This is the only file that asks the database about products: what counts now. Static pages use catalog-snapshot.ts.

/** Pieces in stock, or null when nothing of that SKU is sold. Throws Unavailable. */
export async function readStock(sku: string): Promise<number | null> {
  const variant = await answered(() => prisma().variant.findUnique({ where: { sku }, select: { stock: true } }));
  return variant?.stock ?? null;
}
