import { CategoryIndex } from "@/components/category-index";
import { AppLink } from "@/components/ui/link";
import { hasFilters, type SearchQuery, searchHref, searchWords } from "@/lib/search/query";

/** What to try when nothing matches: each idea is a link that has been thought through, not a shrug. */
export function NothingFound({ query }: { query: SearchQuery }) {
  const { q, sort } = query;
  const words = searchWords(q);
  return (
    <>
      <div className="prose">
        <p className="lead">
          {q ? `Nothing on our shelves matches “${q}”` : "Nothing on our shelves matches"}
          {hasFilters(query) ? " with these filters." : "."}
        </p>
        <ul className="grid list-disc gap-2 pl-5">
          {hasFilters(query) && (
            <li>
              <AppLink href={searchHref({ q, sort })}>Look again without the filters</AppLink>
            </li>
          )}
          {words.length > 1 && (
            <li>
              Look for one word alone:{" "}
              {words.map((word, place) => (
                <span key={word}>
                  {place > 0 && ", "}
                  <AppLink href={searchHref({ q: word })}>{word}</AppLink>
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
