import type { ReactNode } from "react";
import { CategoryIndex } from "@/components/layout/category-index";
import { AppLink } from "@/components/ui/link";
import { hasFilters, type SearchQuery, searchHref, searchWords } from "@/lib/catalog/search/query";
import { nothingFound as words } from "@/words/search";

/** What to try when nothing matches: each idea is a link that has been thought through, not a shrug. */
export function NothingFound({ query }: { query: SearchQuery }) {
  const { q, sort } = query;
  const terms = searchWords(q);
  return (
    <>
      <div className="prose">
        <p className="lead">{sayNothing(query)}</p>
        <ul className="grid list-disc gap-2 pl-5">
          {hasFilters(query) && (
            <li>
              <AppLink href={searchHref({ q, sort })}>{words.withoutFilters}</AppLink>
            </li>
          )}
          {terms.length > 1 && (
            <li>
              {words.oneWord(
                terms.map((term, place) => (
                  <span key={term}>
                    {place > 0 && ", "}
                    <AppLink href={searchHref({ q: term })}>
                      <bdi>{term}</bdi>
                    </AppLink>
                  </span>
                )),
              )}
            </li>
          )}
          {q && <li>{words.otherWords}</li>}
          <li>
            {words.all((text) => (
              <AppLink href="/search">{text}</AppLink>
            ))}
          </li>
        </ul>
      </div>
      <CategoryIndex title={words.shelves} />
    </>
  );
}

function sayNothing(query: SearchQuery): ReactNode {
  if (!query.q) return hasFilters(query) ? words.titleFiltered : words.title;
  return (hasFilters(query) ? words.askedFiltered : words.asked)(<bdi>{query.q}</bdi>);
}
