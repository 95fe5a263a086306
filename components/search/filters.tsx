import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import {
  formatPriceRange,
  type PriceRange,
  priceRanges,
  type SearchQuery,
  searchFields,
  sorts,
} from "@/lib/catalog/search/query";
import { categories, glazes } from "@/lib/catalog/snapshot";
import { sorts as sortNames, filters as words } from "@/words/search";
import { FilterForm } from "./filter-form";

const named = ({ slug, name }: { slug: string; name: string }) => ({ value: slug, name });

const [first, ...others] = sorts;

/** Category, glaze, price, stock and order. The words that are looked for come along unseen. */
export function Filters({ query }: { query: SearchQuery }) {
  const { q, category, glaze, price, available, sort } = query;
  return (
    <FilterForm asked={searchFields(query)} className="filters">
      {q && <input type="hidden" name="q" value={q} />}
      <Select
        label={words.category}
        name="category"
        any={words.allCategories}
        defaultValue={category ?? ""}
        options={categories.map(named)}
      />
      <Select
        label={words.glaze}
        name="glaze"
        any={words.anyGlaze}
        defaultValue={glaze ?? ""}
        options={glazes.map(named)}
      />
      <PriceSelect price={price} />
      <Select
        label={words.sortBy}
        name="sort"
        any={sortNames[first]}
        defaultValue={sort === first ? "" : sort}
        options={others.map((value) => ({ value, name: sortNames[value] }))}
      />
      <Checkbox label={words.inStockOnly} name="available" value="1" defaultChecked={available} />
      <noscript>
        <Button look="quiet">{words.show}</Button>
      </noscript>
    </FilterForm>
  );
}

export function PriceSelect({ price }: { price: PriceRange | null }) {
  const value = price ? formatPriceRange(price) : "";
  const isListed = !price || priceRanges.some((range) => formatPriceRange(range) === value);
  const ranges = isListed || !price ? priceRanges : [...priceRanges, price];
  const options = ranges.map((range) => ({ value: formatPriceRange(range), name: sayRange(range) }));
  return <Select label={words.price} name="price" any={words.anyPrice} defaultValue={value} options={options} />;
}

export function sayRange({ from, to }: PriceRange): string {
  if (to === null) return words.priceFrom(`€${from}`);
  return from === 0 ? words.priceUpTo(`€${to}`) : words.priceRange(`€${from}`, `€${to}`);
}
