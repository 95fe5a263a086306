import type { NextRequest } from "next/server";
import { readAvailability } from "@/lib/catalog";
import { Unavailable } from "@/lib/db";

/** What can be bought of a product now, for static pages. The same for everybody. */
export async function GET(request: NextRequest) {
  const [slug = ""] = request.nextUrl.searchParams.get("product")?.match(/^[a-z\d-]{1,100}$/) ?? [];
  try {
    const glazes = await readAvailability(slug);
    const headers = { "cache-control": "public, max-age=5" };
    return Response.json({ glazes }, { status: glazes.length > 0 ? 200 : 404, headers });
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return Response.json({ glazes: [] }, { status: 503, headers: { "retry-after": "5" } });
  }
}
