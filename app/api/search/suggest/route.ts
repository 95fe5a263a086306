import type { NextRequest } from "next/server";
import { searchPieces } from "@/lib/catalog/search";
import { parseSearch } from "@/lib/catalog/search/query";
import { suggestPieces } from "@/lib/catalog/search/suggest";
import { Unavailable } from "@/lib/db";

/** Suggestions for the words typed so far. The same for everybody, so the answer may be cached for a minute. */
export async function GET(request: NextRequest) {
  const query = parseSearch({ q: request.nextUrl.searchParams.get("q") ?? "" });
  try {
    const suggestions = query.q ? suggestPieces(query.q, await searchPieces(query, 6)) : [];
    return Response.json({ suggestions }, { headers: { "cache-control": "public, max-age=60" } });
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return Response.json({ suggestions: [] }, { status: 503, headers: { "retry-after": "5" } });
  }
}
