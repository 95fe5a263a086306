import { categories } from "@/lib/catalog/snapshot";
import { formatMoney } from "@/lib/format/money";
import type { Found, FoundVariant } from "./index";
import { searchWords } from "./query";

export type Suggestion = { name: string; note: string; href: string; photo: string | null };

/** Suggests shelves whose name begins with what was typed, then the pieces found. */
export function suggestPieces(q: string, { pieces }: Found): Suggestion[] {
  const typed = searchWords(q).join(" ");
  const shelves = categories.filter(({ name }) => searchWords(name).join(" ").startsWith(typed));
  return [
    ...shelves.map(({ slug, name }) => ({ name, note: "All of the shelf", href: `/shop/${slug}`, photo: null })),
    ...pieces.flatMap(({ slug, name, variants }) => {
      const face = chooseVariant(variants);
      if (!face) return [];
      const href = face === variants[0] ? `/products/${slug}` : `/products/${slug}/${face.glaze}`;
      return { name, note: formatMoney(face.priceCents), href, photo: face.photo };
    }),
  ];
}

/** The glaze that the words name, or else the first. */
export function chooseVariant(variants: FoundVariant[]): FoundVariant | undefined {
  return variants.reduce<FoundVariant | undefined>(
    (best, one) => (best && best.fit >= one.fit ? best : one),
    undefined,
  );
}
