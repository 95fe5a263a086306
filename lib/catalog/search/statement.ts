import type { QueryConfig } from "pg";
import { type SearchQuery, type Sort, searchWords } from "./query";

export const pageSize = 24;

// $1 all words, $2 any word, $3 category, $4 glaze, $5 and $6 cents, $7 in stock only, $8 sort, $9 page, $10 pieces a page.
// PostgreSQL plans each statement with its values, so a filter that is not asked for costs nothing.

const offerFits = `v."retiredAt" IS NULL AND ($4::text IS NULL OR v."glazeSlug" = $4) AND ($5::int IS NULL OR v."priceCents" >= $5)
  AND ($6::int IS NULL OR v."priceCents" <= $6) AND (NOT $7::boolean OR v.stock > 0)`;

/**
 * The configuration "shop" stems English words; "shop_plain" also finds names that are stop words (migration "search").
 * Where both give the same query it is asked once.
 */
const asked = `coalesce(nullif(to_tsquery('shop', $1), to_tsquery('shop_plain', $1)) || to_tsquery('shop_plain', $1),
    to_tsquery('shop_plain', $1))`;

/**
 * Pieces that can be bought have a lowest price; one without glazes that are still made has none. The price is read only
 * for sorting, so that otherwise an index alone lists all pieces.
 */
const matched = (lowest: string) => `
  SELECT p.id, p.position, ${lowest} AS lowest, CASE WHEN $1 = '' OR $8 <> 'relevance' THEN 0 ELSE
    ts_rank(p.search, ${asked}) END AS rank
  FROM "Product" p
  WHERE p."lowestCents" IS NOT NULL AND ($1 = '' OR p.search @@ ${asked})
    AND ($3::text IS NULL OR p.category = $3)`;

/** Joined only when the question asks for glazes, prices or stock; the lowest price is then that of the glazes that match. */
const matchedWithOffers = `
  SELECT id, position, rank, offers.lowest FROM (${matched("NULL")}) AS matched JOIN (
    SELECT v."productId" AS id, min(v."priceCents") AS lowest FROM "Variant" v WHERE ${offerFits} GROUP BY v."productId"
  ) AS offers USING (id)`;

/** One row: how many pieces match, which page this is (the last one when asked for a later one), and its pieces. */
const page = (found: string, order: string) => `
  WITH found AS (${found}), counted AS (
    SELECT total, least($9::int, greatest(1, ceil(total / $10::numeric)))::int AS page
    FROM (SELECT count(*)::int AS total FROM found) AS everything
  ), shown AS (
    SELECT id, row_number() OVER () AS place FROM (
      SELECT id FROM found ORDER BY ${order}, position, id LIMIT $10 OFFSET (SELECT (page - 1) * $10::int FROM counted)
    ) AS ordered
  )
  SELECT total, page, (
    SELECT coalesce(json_agg(json_build_object('slug', p.slug, 'name', p.name, 'variants', variants) ORDER BY place), '[]')
    FROM shown JOIN "Product" p USING (id) CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('sku', v.sku, 'glaze', g.slug, 'priceCents', v."priceCents", 'stock', v.stock,
        'photo', v.photo, 'alt', v.alt, 'matches', ${offerFits},
        'fit', ts_rank(to_tsvector('shop', g.name || ' ' || g.description), to_tsquery('shop', $2))
      ) ORDER BY v.position, v.sku), '[]') AS variants
      FROM "Variant" v JOIN "Glaze" g ON g.slug = v."glazeSlug" WHERE v."productId" = p.id
        AND v."retiredAt" IS NULL
    ) AS offered
  ) AS pieces FROM counted`;

const orders: Record<Sort, string> = {
  relevance: "rank DESC",
  "price-up": "lowest",
  "price-down": "lowest DESC NULLS LAST",
  newest: "position DESC",
};

/** Writes the statement for a question. Each of its words must be found, whole or as the beginning of a word. */
export function searchStatement(query: SearchQuery, size = pageSize): QueryConfig {
  const words = searchWords(query.q).map((word) => (word.length > 1 ? `${word}:*` : word));
  const { category, glaze, price, available, sort } = query;
  const from = price ? price.from * 100 : null;
  const to = price?.to != null ? price.to * 100 : null;
  const asksForOffers = glaze || price || available;
  const found = sort.startsWith("price") ? matched('p."lowestCents"') : matched("NULL::int");
  return {
    text: page(asksForOffers ? matchedWithOffers : found, orders[sort]),
    values: [words.join(" & "), words.join(" | "), category, glaze, from, to, available, sort, query.page, size],
  };
}

/** For each word: whether any description has it, and if not, the most similar words that descriptions have. */
export function spellingStatement(words: string[]): QueryConfig {
  return {
    text: `
      SELECT typed, CASE WHEN is_known THEN '{}' ELSE ARRAY(
        SELECT word FROM (SELECT word FROM "SearchWord" ORDER BY word <-> typed LIMIT 20) AS near
        WHERE EXISTS (SELECT FROM "Product" WHERE "lowestCents" IS NOT NULL AND search @@ to_tsquery('shop', word))
      ) END AS near
      FROM unnest($1::text[]) WITH ORDINALITY AS given (typed, place) CROSS JOIN LATERAL (
        SELECT EXISTS (SELECT FROM "Product" WHERE "lowestCents" IS NOT NULL AND search @@ (to_tsquery('shop', typed || ':*') || to_tsquery('shop_plain', typed || ':*')))
          OR to_tsquery('shop', typed) = '' AS is_known
      ) AS looked_up ORDER BY place`,
    values: [words],
  };
}
