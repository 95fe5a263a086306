import { CategoryIndex } from "@/components/layout/category-index";
import { AppLink } from "@/components/ui/link";
import { hasFilters, type SearchQuery, searchHref, searchWords } from "@/lib/catalog/search/query";

/** What to try when nothing matches: each suggestion is a link. */
export function NothingFound({ query }: { query: SearchQuery }) {
  const { q, sort } = query;
  const terms = searchWords(q);
  return (
    <>
      <div className="prose">
        <p className="lead">
          Nothing on our shelves matches
          {q && (
            <>
              {" "}
              “<bdi>{q}</bdi>”
            </>
          )}
          {hasFilters(query) && " with these filters"}.
        </p>
        <ul className="grid list-disc gap-2 pl-5">
          {hasFilters(query) && (
            <li>
              <AppLink href={searchHref({ q, sort })}>Look again without the filters</AppLink>
            </li>
          )}
          {terms.length > 1 && (
            <li>
              Look for one word alone:{" "}
              {terms.map((term, place) => (
                <span key={term}>
                  {place > 0 && ", "}
                  <AppLink href={searchHref({ q: term })}>
                    <bdi>{term}</bdi>
                  </AppLink>
                </span>
              ))}
            </li>
          )}
          {q && <li>Try what a piece is for (“noodles”, “tea”), or the colour of its glaze (“blue”, “green”).</li>}
          <li>
            Or look at <AppLink href="/search">all the pieces</AppLink>.
          </li>
        </ul>
      </div>
      <CategoryIndex title="The shelves" />
    </>
  );
}
