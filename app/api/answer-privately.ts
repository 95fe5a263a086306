import { Unavailable } from "@/lib/session";
import { TryAgain } from "@/lib/session/refusal";
import { TooManyTries } from "@/lib/throttle";

const PRIVATE = { "cache-control": "private, no-store" };

/**
 * Answers with JSON for this browser alone; 503 when the database cannot tell or a newer token is on its way, 429 after
 * too many tries; neither changes a cookie.
 */
export async function answerPrivately(work: () => Promise<unknown>): Promise<Response> {
  try {
    return Response.json(await work(), { headers: PRIVATE });
  } catch (error) {
    if (error instanceof TooManyTries) {
      const seconds = String(Math.ceil(error.waitMs / 1000));
      return Response.json({ status: "wait" }, { status: 429, headers: { ...PRIVATE, "retry-after": seconds } });
    }
    const seconds = error instanceof Unavailable ? "5" : error instanceof TryAgain ? "1" : null;
    if (seconds === null) throw error;
    return Response.json({ status: "unavailable" }, { status: 503, headers: { ...PRIVATE, "retry-after": seconds } });
  }
}
