import snapshot from "@/lib/generated/catalog.json" with { type: "json" };

export type Glaze = { slug: string; name: string; swatch: string; description: string };
export type Variant = { sku: string; glaze: string; priceCents: number; photo: string; alt: string };
export type Product = {
  slug: string;
  name: string;
  category: string;
  description: string;
  diameterMm: number | null;
  lengthMm: number | null;
  heightMm: number | null;
  capacityMl: number | null;
  weightG: number;
  variants: Variant[];
};
export type Category = { slug: string; name: string; sentence: string; care: string };
type Catalog = { hero: { photo: string; alt: string }; glazes: Glaze[]; products: Product[] };

const catalog: Catalog = snapshot;

const tableCare =
  "Dishwasher and microwave safe. Warm it slowly: stoneware takes any heat, but not a sudden change from cold to hot.";
const houseCare = "Wipe with a damp cloth, or wash by hand in warm water. The bare foot may darken with the years.";

/** The shelves, in the order in which the shop lists them. */
export const categories: Category[] = [
  {
    slug: "jars",
    name: "Jars",
    sentence: "For cookies, flour, sugar and whatever else is better kept.",
    care: tableCare,
  },
  { slug: "mugs", name: "Mugs", sentence: "For the first cup of the day, and the ones after it.", care: tableCare },
  { slug: "bowls", name: "Bowls", sentence: "For porridge, for noodles, for the last five olives.", care: tableCare },
  { slug: "plates", name: "Plates", sentence: "Flat and calm, so that dinner does the talking.", care: tableCare },
  {
    slug: "vases",
    name: "Vases",
    sentence: "For a bunch, for a single branch, or for nothing at all.",
    care: houseCare,
  },
  {
    slug: "teapots-and-pitchers",
    name: "Teapots & pitchers",
    sentence: "They pour clean, and their lids stay put.",
    care: tableCare,
  },
  {
    slug: "planters-and-light",
    name: "Planters & light",
    sentence: "For the windowsill, and for evenings that come early.",
    care: houseCare,
  },
];

export const hero = catalog.hero;
export const glazes = catalog.glazes;

/** The pieces, in the order of the shelves, the oldest first. */
export function listProducts(category?: string): Product[] {
  return category ? catalog.products.filter((product) => product.category === category) : catalog.products;
}

export function getProduct(slug: string): Product | null {
  return catalog.products.find((product) => product.slug === slug) ?? null;
}

export function getCategory(slug: string): Category | null {
  return categories.find((category) => category.slug === slug) ?? null;
}

export function getGlaze(slug: string): Glaze | null {
  return glazes.find((glaze) => glaze.slug === slug) ?? null;
}

/** Four pieces to go with this one: of its category first, then those that share most of its glazes. */
export function listRelatedProducts(product: Product): Product[] {
  const own = new Set(product.variants.map((variant) => variant.glaze));
  const nearness = (other: Product) =>
    (other.category === product.category ? own.size + 1 : 0) +
    other.variants.filter((variant) => own.has(variant.glaze)).length;
  return catalog.products
    .filter((other) => other.slug !== product.slug)
    .sort((a, b) => nearness(b) - nearness(a))
    .slice(0, 4);
}
