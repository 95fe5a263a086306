import { Unavailable } from "@/lib/session";

const PRIVATE = { "cache-control": "private, no-store" };

/** Answers with JSON for this browser alone; 503 when the database cannot tell, which changes no cookie. */
export async function answerPrivately(work: () => Promise<unknown>): Promise<Response> {
  try {
    return Response.json(await work(), { headers: PRIVATE });
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return Response.json({ status: "unavailable" }, { status: 503, headers: { ...PRIVATE, "retry-after": "5" } });
  }
}
