import { answered, prisma } from "@/lib/db";

// This is the only file that asks the database about products: what counts now. Static pages use catalog-snapshot.ts.

/** Pieces in stock, or null when nothing of that SKU is sold. Throws Unavailable. */
export async function readStock(sku: string): Promise<number | null> {
  const variant = await answered(() => prisma().variant.findUnique({ where: { sku }, select: { stock: true } }));
  return variant?.stock ?? null;
}

export type Availability = {
  sku: string;
  priceCents: number;
  /** How many are left when they are few, null when there are more. */
  left: number | null;
};

const FEW = 3;

/** What can be had of a product today, glaze by glaze; empty when nothing of that slug is sold. Throws Unavailable. */
export async function readAvailability(slug: string): Promise<Availability[]> {
  const variants = await answered(() =>
    prisma().variant.findMany({ where: { product: { slug } }, select: { sku: true, priceCents: true, stock: true } }),
  );
  return variants.map(({ stock, ...variant }) => ({ ...variant, left: stock <= FEW ? stock : null }));
}
