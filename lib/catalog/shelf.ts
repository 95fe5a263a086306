import { askDatabase, prisma, type Transaction, transaction } from "@/lib/db";
import type { MemberSession } from "@/lib/session";
import { recordEvent } from "@/lib/session/events/record";

// Staff change prices, stock, and what is no longer made. Every change is recorded as an event that names who made it
// (ASVS 16.3). The caller has called `requireStaff`.

export type ShelfGlaze = {
  sku: string;
  glazeName: string;
  priceCents: number;
  stock: number;
  isRetired: boolean;
};

export type ShelfPiece = { slug: string; name: string; glazes: ShelfGlaze[] };

const SHOWN = 50;

/** Lists pieces whose name, slug or SKU contains `words`, also those no longer made. Throws Unavailable. */
export async function findPieces(words: string): Promise<ShelfPiece[]> {
  const contains = { contains: words, mode: "insensitive" as const };
  const products = await askDatabase(() =>
    prisma().product.findMany({
      where: { OR: [{ name: contains }, { slug: contains }, { variants: { some: { sku: contains } } }] },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      take: SHOWN,
      select: {
        slug: true,
        name: true,
        variants: {
          orderBy: [{ position: "asc" }, { sku: "asc" }],
          select: { sku: true, priceCents: true, stock: true, retiredAt: true, glaze: { select: { name: true } } },
        },
      },
    }),
  );
  return products.map(({ variants, ...product }) => ({
    ...product,
    glazes: variants.map(({ glaze, retiredAt, ...variant }) => ({
      ...variant,
      glazeName: glaze.name,
      isRetired: retiredAt !== null,
    })),
  }));
}

export type ShelfFacts = { priceCents: number; stock: number; isRetired: boolean };

/**
 * Sets a glaze's price, stock and whether it is still made. False, and nothing changes, when it is not what the page
 * showed (`was`), since somebody bought or changed one meanwhile. Carts and orders keep their prices.
 */
export async function changeGlaze(
  staff: MemberSession,
  sku: string,
  { was, now }: { was: ShelfFacts; now: ShelfFacts },
): Promise<boolean> {
  return transaction(async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE "Variant" SET "priceCents" = ${now.priceCents}, stock = ${now.stock},
        "retiredAt" = CASE WHEN ${now.isRetired} THEN coalesce("retiredAt", statement_timestamp()) END
      WHERE sku = ${sku} AND "priceCents" = ${was.priceCents} AND stock = ${was.stock}
        AND ("retiredAt" IS NOT NULL) = ${was.isRetired}`;
    if (changed === 0) return false;
    await recordChange(tx, staff, sku, { was, now });
    return true;
  });
}

async function recordChange(
  tx: Transaction,
  { id: sessionId, userId: by }: MemberSession,
  sku: string,
  { was, now }: { was: ShelfFacts; now: ShelfFacts },
) {
  const detail = {
    ...{ by, sku },
    ...(was.priceCents !== now.priceCents && { fromCents: was.priceCents, toCents: now.priceCents }),
    ...(was.stock !== now.stock && { fromStock: was.stock, toStock: now.stock }),
    ...(was.isRetired !== now.isRetired && { isRetired: now.isRetired }),
  };
  await recordEvent(tx, { sessionId, type: "shelf changed by staff", detail });
}
