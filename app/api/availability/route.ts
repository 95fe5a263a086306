import type { NextRequest } from "next/server";
import { runHandler } from "@/lib/actions/run-handler";
import { readAvailability } from "@/lib/catalog";

/** What can be bought of a product now, for static pages. The same for everybody. */
export async function GET(request: NextRequest) {
  const [slug = ""] = request.nextUrl.searchParams.get("product")?.match(/^[a-z\d-]{1,100}$/) ?? [];
  return runHandler(async () => {
    const glazes = await readAvailability(slug);
    const headers = { "cache-control": "public, max-age=5" };
    return Response.json({ glazes }, { status: glazes.length > 0 ? 200 : 404, headers });
  });
}
