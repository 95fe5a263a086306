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

type SearchPageProps = PageProps<"/search">;

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  // Search engines get the shelves' own pages, which show the same pieces.
  const { q, category } = parseSearch(await searchParams);
  return { title: describeSearch(q, category), robots: { index: false, follow: true } };
}

function describeSearch(q: string, category: string | null): string {
  if (!q) return shelfName(category);
  return category ? `“${isolate(q)}” in ${shelfName(category)}` : `“${isolate(q)}”`;
}

/** Reads no session, so a search neither extends nor starts one. */
export default async function SearchPage({ searchParams }: SearchPageProps) {
  const query = parseSearch(await searchParams);
  const { total, page, pieces, corrected } = await searchPieces(query);
  return (
    <div className="wrap search-page">
      <h1 className="text-title">{heading(query)}</h1>
      <Filters query={query} />
      <p role="status" className="text-soft figures">
        {corrected && total > 0 && (
          <>
            Nothing matches “<bdi>{query.q}</bdi>”, so these are for{" "}
            <AppLink href={searchHref({ ...query, q: corrected, page: 1 })} className="button-link">
              {corrected}
            </AppLink>
            .{" "}
          </>
        )}
        {total === 0 ? "No pieces" : total === 1 ? "1 piece" : `${total} pieces`}
      </p>
      {total === 0 ? <NothingFound query={query} /> : <FoundPieces pieces={pieces} />}
      <Pages query={query} page={page} pages={Math.ceil(total / pageSize)} />
    </div>
  );
}

function heading({ q, category }: SearchQuery): ReactNode {
  if (!q) return shelfName(category);
  return (
    <>
      “<bdi>{q}</bdi>”{category && ` in ${shelfName(category)}`}
    </>
  );
}

function shelfName(category: string | null): string {
  return (category && getCategory(category)?.name) || "All pieces";
}
