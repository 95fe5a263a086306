import type { NextRequest } from "next/server";
import { runHandler } from "@/lib/actions/run-handler";
import { searchPieces } from "@/lib/catalog/search";
import { parseSearch } from "@/lib/catalog/search/query";
import { suggestPieces } from "@/lib/catalog/search/suggest";

/** Suggestions for the words typed so far. The same for everybody, so the answer may be cached for a minute. */
export async function GET(request: NextRequest) {
  const query = parseSearch({ q: request.nextUrl.searchParams.get("q") ?? "" });
  return runHandler(async () => {
    const suggestions = query.q ? suggestPieces(query.q, await searchPieces(query, 6)) : [];
    return Response.json({ suggestions }, { headers: { "cache-control": "public, max-age=60" } });
  });
}
