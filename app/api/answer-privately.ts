import { bodyTooLong } from "@/lib/http/body-limit";
import { TooManyTries } from "@/lib/rate-limit/limiter";
import { Unavailable } from "@/lib/session";
import { TryAgain } from "@/lib/session/errors";
import { refuseGuesser } from "@/lib/session/unknown-tokens";

/**
 * Answers with JSON for this browser alone; 503 when the database cannot tell or a newer token is on its way, 429 after
 * too many tries, of session tokens too; neither changes a cookie.
 */
export async function answerPrivately(work: () => Promise<unknown>): Promise<Response> {
  try {
    const answer = await work();
    await refuseGuesser();
    return answerJson(answer);
  } catch (error) {
    if (error instanceof TooManyTries) return answerJson({ status: "wait" }, 429, Math.ceil(error.waitMs / 1000));
    if (error instanceof Unavailable) return answerJson({ status: "unavailable" }, 503, 5);
    if (error instanceof TryAgain) return answerJson({ status: "unavailable" }, 503, 1);
    throw error;
  }
}

/** To a body that is longer than what this door takes. */
export function answerTooLong(): Response {
  return answerJson({ status: "invalid", message: bodyTooLong }, 413);
}

/** JSON that nobody keeps. `retryAfter`: seconds. */
export function answerJson(body: unknown, status = 200, retryAfter = status === 503 ? 5 : undefined): Response {
  const headers = new Headers({ "cache-control": "private, no-store" });
  if (retryAfter) headers.set("retry-after", String(retryAfter));
  return Response.json(body, { status, headers });
}
