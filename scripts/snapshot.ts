// Writes the catalogue that static pages are built from: out of the database where there is one, else out of the seed's file.
// The same catalogue gives the same bytes from either source, so that the file's hash says whether pages are stale.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";

const root = path.join(import.meta.dirname, "..");
const source = path.join(root, "prisma", "catalog.json");
const target = path.join(root, "lib", "generated", "catalog.json");

type SeedVariant = { sku: string; glaze: string; priceCents: number; photo: string; alt: string };
type SeedProduct = {
  slug: string;
  name: string;
  category: string;
  description: string;
  dimensionsMm: { diameter?: number; length?: number; height?: number };
  capacityMl?: number;
  weightG: number;
  variants: SeedVariant[];
};
type Glaze = { slug: string; name: string; swatch: string; description: string };
type Seed = { hero: object; glazes: Glaze[]; products: SeedProduct[] };
type Listing = Pick<Seed, "glazes"> & { products: { variants: object[] }[] };

const glaze = ({ slug, name, swatch, description }: Glaze) => ({ slug, name, swatch, description });
const bySlug = (a: Glaze, b: Glaze) => (a.slug < b.slug ? -1 : 1);

function fromSeed(seed: Seed): Listing {
  return {
    glazes: seed.glazes.map(glaze),
    products: seed.products.map((product) => ({
      slug: product.slug,
      name: product.name,
      category: product.category,
      description: product.description,
      diameterMm: product.dimensionsMm.diameter ?? null,
      lengthMm: product.dimensionsMm.length ?? null,
      heightMm: product.dimensionsMm.height ?? null,
      capacityMl: product.capacityMl ?? null,
      weightG: product.weightG,
      variants: product.variants.map(({ sku, glaze, priceCents, photo, alt }) => ({
        sku,
        glaze,
        priceCents,
        photo,
        alt,
      })),
    })),
  };
}

async function fromDatabase(connectionString: string): Promise<Listing> {
  const { PrismaClient } = await import("../lib/generated/prisma/client");
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString }) });
  try {
    const glazes = await db.glaze.findMany();
    const products = await db.product.findMany({
      orderBy: [{ position: "asc" }, { slug: "asc" }],
      select: {
        slug: true,
        name: true,
        category: true,
        description: true,
        diameterMm: true,
        lengthMm: true,
        heightMm: true,
        capacityMl: true,
        weightG: true,
        variants: {
          where: { retiredAt: null },
          orderBy: [{ position: "asc" }, { sku: "asc" }],
          select: { sku: true, glazeSlug: true, priceCents: true, photo: true, alt: true },
        },
      },
    });
    return {
      glazes: glazes.map(glaze),
      products: products.map(({ variants, ...product }) => ({
        slug: product.slug,
        name: product.name,
        category: product.category,
        description: product.description,
        diameterMm: product.diameterMm,
        lengthMm: product.lengthMm,
        heightMm: product.heightMm,
        capacityMl: product.capacityMl,
        weightG: product.weightG,
        variants: variants.map(({ sku, glazeSlug, priceCents, photo, alt }) => ({
          sku,
          glaze: glazeSlug,
          priceCents,
          photo,
          alt,
        })),
      })),
    };
  } finally {
    await db.$disconnect();
  }
}

const seed: Seed = JSON.parse(await readFile(source, "utf8"));
const url = process.env.DATABASE_URL;
const { glazes, products: known } = url ? await fromDatabase(url) : fromSeed(seed);
// A piece that comes in no glaze has nothing to show and nothing to sell.
const products = known.filter(({ variants }) => variants.length > 0);
const snapshot = `${JSON.stringify({ hero: seed.hero, glazes: glazes.sort(bySlug), products }, null, 2)}\n`;

const before = await readFile(target, "utf8").catch(() => "");
if (snapshot !== before) {
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, snapshot);
}
console.log(`catalogue: ${products.length} products, ${snapshot === before ? "unchanged" : "written"}`);
