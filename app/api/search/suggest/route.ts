import type { NextRequest } from "next/server";
import { Unavailable } from "@/lib/db";
import { search } from "@/lib/search";
import { parseSearch } from "@/lib/search/query";
import { suggest } from "@/lib/search/suggest";

/** What the words typed so far may lead to. The same for everybody, so it may be kept for a minute. */
export async function GET(request: NextRequest) {
  const query = parseSearch({ q: request.nextUrl.searchParams.get("q") ?? "" });
  try {
    const suggestions = query.q ? suggest(query.q, await search(query, 6)) : [];
    return Response.json({ suggestions }, { headers: { "cache-control": "public, max-age=60" } });
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return Response.json({ suggestions: [] }, { status: 503, headers: { "retry-after": "5" } });
  }
}
