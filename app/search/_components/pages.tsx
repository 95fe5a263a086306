import { AppLink } from "@/components/ui/link";
import { type SearchQuery, searchHref } from "@/lib/catalog/search/query";

/** Links to the other pages of results; nothing when there is only one. */
export function Pages({ query, page, pages }: { query: SearchQuery; page: number; pages: number }) {
  if (pages < 2) return null;
  return (
    <nav aria-label="Pages" className="pages figures">
      {page > 1 && (
        <AppLink href={searchHref({ ...query, page: page - 1 })} rel="prev" className="button-link">
          Previous
        </AppLink>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <AppLink href={searchHref({ ...query, page: page + 1 })} rel="next" className="button-link">
          Next
        </AppLink>
      )}
    </nav>
  );
}
