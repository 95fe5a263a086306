import { askDatabase, prisma } from "@/lib/db";

// Prices and stock as they are now. Static pages show lib/catalog/snapshot.ts instead.

/** Returns how many are in stock and whether the piece is no longer made; null for an unknown SKU. Throws Unavailable. */
export async function readOffer(sku: string): Promise<{ stock: number; isRetired: boolean } | null> {
  const select = { stock: true, retiredAt: true };
  const variant = await askDatabase(() => prisma().variant.findUnique({ where: { sku }, select }));
  return variant && { stock: variant.stock, isRetired: variant.retiredAt !== null };
}

export type Availability = {
  sku: string;
  priceCents: number;
  /** How many are left when there are few; null when there are more. */
  left: number | null;
  /** No longer made. */
  isRetired?: true;
};

const FEW = 3;

/** Lists what can be bought of a product now, by glaze; empty for an unknown slug. Throws Unavailable. */
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
