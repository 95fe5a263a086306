import { askDatabase, prisma } from "@/lib/db";

// This is the only file that asks the database about products: what counts now. Static pages use catalog-snapshot.ts.

/** How many are in stock and whether it is no longer made; null when nothing ever had this SKU. Throws Unavailable. */
export async function readOffer(sku: string): Promise<{ stock: number; isRetired: boolean } | null> {
  const select = { stock: true, retiredAt: true };
  const variant = await askDatabase(() => prisma().variant.findUnique({ where: { sku }, select }));
  return variant && { stock: variant.stock, isRetired: variant.retiredAt !== null };
}

export type Availability = {
  sku: string;
  priceCents: number;
  /** How many are left when they are few, null when there are more. */
  left: number | null;
  /** No longer made. */
  isRetired?: true;
};

const FEW = 3;

/** What can be had of a product today, glaze by glaze; empty when nothing of that slug is sold. Throws Unavailable. */
export async function readAvailability(slug: string): Promise<Availability[]> {
  const variants = await askDatabase(() =>
    prisma().variant.findMany({
      where: { product: { slug } },
      select: { sku: true, priceCents: true, stock: true, retiredAt: true },
    }),
  );
  return variants.map(({ sku, priceCents, stock, retiredAt }) =>
    retiredAt ? { sku, priceCents, left: 0, isRetired: true } : { sku, priceCents, left: stock <= FEW ? stock : null },
  );
}
