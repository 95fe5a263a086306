import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import {
  formatPriceRange,
  type PriceRange,
  priceRanges,
  type SearchQuery,
  type Sort,
  searchFields,
  sorts,
} from "@/lib/catalog/search/query";
import { categories, glazes } from "@/lib/catalog/snapshot";
import { FilterForm } from "./filter-form";

const named = ({ slug, name }: { slug: string; name: string }) => ({ value: slug, name });

const [first, ...others] = sorts;

const sortNames: Record<Sort, string> = {
  relevance: "Best match",
  "price-up": "Price, low to high",
  "price-down": "Price, high to low",
  newest: "Newest",
};

/** Category, glaze, price, stock and order. The search words are a hidden field. */
export function Filters({ query }: { query: SearchQuery }) {
  const { q, category, glaze, price, available, sort } = query;
  return (
    <FilterForm asked={searchFields(query)} className="filters">
      {q && <input type="hidden" name="q" value={q} />}
      <Select
        label="Category"
        name="category"
        any="All"
        defaultValue={category ?? ""}
        options={categories.map(named)}
      />
      <Select label="Glaze" name="glaze" any="Any" defaultValue={glaze ?? ""} options={glazes.map(named)} />
      <PriceSelect price={price} />
      <Select
        label="Sort by"
        name="sort"
        any={sortNames[first]}
        defaultValue={sort === first ? "" : sort}
        options={others.map((value) => ({ value, name: sortNames[value] }))}
      />
      <Checkbox label="In stock only" name="available" value="1" defaultChecked={available} />
      <noscript>
        <Button look="quiet">Show the pieces</Button>
      </noscript>
    </FilterForm>
  );
}

export function PriceSelect({ price }: { price: PriceRange | null }) {
  const value = price ? formatPriceRange(price) : "";
  const isListed = !price || priceRanges.some((range) => formatPriceRange(range) === value);
  const ranges = isListed || !price ? priceRanges : [...priceRanges, price];
  const options = ranges.map((range) => ({ value: formatPriceRange(range), name: describePriceRange(range) }));
  return <Select label="Price" name="price" any="Any" defaultValue={value} options={options} />;
}

function describePriceRange({ from, to }: PriceRange): string {
  if (to === null) return `€${from} and more`;
  return from === 0 ? `Up to €${to}` : `€${from} to €${to}`;
}
