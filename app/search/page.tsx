import type { Metadata } from "next";
import type { ReactNode } from "react";
import { FoundPieces } from "@/app/search/_components/found-pieces";
import { NothingFound } from "@/app/search/_components/nothing-found";
import { Pages } from "@/app/search/_components/pages";
import { Filters } from "@/components/search/filters";
import { AppLink } from "@/components/ui/link";
import { searchPieces } from "@/lib/catalog/search";
import { parseSearch, type SearchQuery, searchHref } from "@/lib/catalog/search/query";
import { pageSize } from "@/lib/catalog/search/statement";
import { getCategory } from "@/lib/catalog/snapshot";
import { isolate } from "@/lib/format/isolate";
import { searchPage as words } from "@/words/search";

type SearchPageProps = PageProps<"/search">;

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  // The same pieces stand on the shelves' own pages: those are for search engines.
  const { q, category } = parseSearch(await searchParams);
  const title = q ? words.titleAsked(isolate(q), category ? shelfName(category) : undefined) : shelfName(category);
  return { title, robots: { index: false, follow: true } };
}

/** Reads no session: looking for something leaves no trace. */
export default async function SearchPage({ searchParams }: SearchPageProps) {
  const query = parseSearch(await searchParams);
  const { total, page, pieces, corrected } = await searchPieces(query);
  return (
    <div className="wrap search-page">
      <h1 className="title">{heading(query)}</h1>
      <Filters query={query} />
      <p role="status" className="text-soft figures">
        {corrected && total > 0 && (
          <>
            {words.corrected(
              <bdi>{query.q}</bdi>,
              <AppLink href={searchHref({ ...query, q: corrected, page: 1 })} className="button-link">
                {corrected}
              </AppLink>,
            )}{" "}
          </>
        )}
        {words.pieces(total)}
      </p>
      {total === 0 ? <NothingFound query={query} /> : <FoundPieces pieces={pieces} />}
      <Pages query={query} page={page} pages={Math.ceil(total / pageSize)} />
    </div>
  );
}

function heading({ q, category }: SearchQuery): ReactNode {
  if (!q) return shelfName(category);
  const asked = <bdi>{q}</bdi>;
  return category ? words.askedInShelf(asked, shelfName(category)) : words.asked(asked);
}

function shelfName(category: string | null): string {
  return (category && getCategory(category)?.name) || words.all;
}
