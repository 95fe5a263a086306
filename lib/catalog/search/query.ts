import { categories, glazes } from "@/lib/catalog/snapshot";
import { readWholeNumber, toAsciiDigits } from "@/lib/input/decimal";
import { tidyText } from "@/lib/input/text";

// The search's question, as a URL holds it. What cannot be read is left out.

export const sorts = ["relevance", "price-up", "price-down", "newest"] as const;

export type Sort = (typeof sorts)[number];

/** In whole euros, the upper end included; null is open. */
export type PriceRange = { from: number; to: number | null };

export const priceRanges: PriceRange[] = [
  { from: 0, to: 30 },
  { from: 30, to: 60 },
  { from: 60, to: 100 },
  { from: 100, to: null },
];

export type SearchQuery = {
  q: string;
  category: string | null;
  glaze: string | null;
  price: PriceRange | null;
  /** Only what is in stock. */
  available: boolean;
  sort: Sort;
  page: number;
};

const MAX_LENGTH = 80;
const MAX_WORDS = 8;

type Parameters = Record<string, string | string[] | undefined>;

/** Reads the question of a URL. Never fails: an unknown category, a price of "x" or page −1 is left out. */
export function parseSearch(parameters: Parameters): SearchQuery {
  const given = (name: string) => [parameters[name]].flat()[0]?.trim() ?? "";
  const category = given("category");
  const glaze = given("glaze");
  return {
    q: tidyText(given("q")).replace(/\s+/g, " ").slice(0, MAX_LENGTH),
    category: categories.some(({ slug }) => slug === category) ? category : null,
    glaze: glazes.some(({ slug }) => slug === glaze) ? glaze : null,
    price: parsePrice(given("price")),
    available: given("available") === "1",
    sort: sorts.find((sort) => sort === given("sort")) ?? "relevance",
    page: Math.max(1, readWholeNumber(given("page"), 4) ?? 1),
  };
}

/** "30-60", "-30" (up to 30), "100-" (100 and more). */
function parsePrice(text: string): PriceRange | null {
  const [, from, to] = /^(\d{0,5})-(\d{0,5})$/.exec(toAsciiDigits(text)) ?? [];
  if (!from && !to) return null;
  const range = { from: Number(from ?? 0), to: to ? Number(to) : null };
  return range.to !== null && range.to < range.from ? null : range;
}

export function formatPriceRange({ from, to }: PriceRange): string {
  return `${from || ""}-${to ?? ""}`;
}

/** Writes a question as the fields of a URL or a form; what is not asked for is left out. */
export function searchFields(query: Partial<SearchQuery>): Record<string, string> {
  const { q, category, glaze, price, available, sort, page } = query;
  const asked = {
    q,
    category,
    glaze,
    price: price && formatPriceRange(price),
    available: available && "1",
    sort: sort !== "relevance" && sort,
    page: page && page > 1 && String(page),
  };
  return Object.fromEntries(Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** The address of a search. */
export function searchHref(query: Partial<SearchQuery>): string {
  const asked = new URLSearchParams(searchFields(query));
  return asked.size > 0 ? `/search?${asked}` : "/search";
}

/** The words of a question in lower case, without accents and punctuation. */
export function searchWords(q: string): string[] {
  const plain = q.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MAX_WORDS);
}

export function hasFilters({ category, glaze, price, available }: SearchQuery): boolean {
  return Boolean(category || glaze || price || available);
}
