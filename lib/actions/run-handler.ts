import { bodyTooLong } from "@/lib/http/body-limit";
import { BodyTooLong } from "@/lib/http/read-body";
import { describeRefusal, type Refused } from "./run";

// Route handlers, as run.ts runs actions. proxy.ts has refused what other sites send before a handler is called.

/**
 * Runs a handler's work. What the session, a limit or the database refuses is answered with a status and, where waiting
 * helps, Retry-After. All other errors pass: Next logs them and answers 500. `text`: what a person reads who got here by a
 * plain form or link, in place of JSON.
 */
export async function runHandler(work: () => Promise<Response>, { text }: { text?: string } = {}): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BodyTooLong) return answerJson({ status: "invalid", message: bodyTooLong }, { status: 413 });
    const refused = describeRefusal(error);
    if (!refused) throw error;
    const init = { status: statuses[refused.status], headers: { ...nobodyKeeps, ...retryAfter(refused) } };
    return text === undefined ? Response.json(refused, init) : new Response(text, init);
  }
}

/** JSON that nobody keeps. */
export function answerJson(body: unknown, { status = 200 } = {}): Response {
  return Response.json(body, { status, headers: nobodyKeeps });
}

const nobodyKeeps = { "cache-control": "private, no-store" };

const statuses = { ended: 401, again: 503, unavailable: 503, wait: 429 } as const;

function retryAfter(refused: Refused): Record<string, string> {
  if (refused.status === "ended") return {};
  const seconds = refused.status === "wait" ? refused.seconds : refused.status === "again" ? 1 : 5;
  return { "retry-after": String(seconds) };
}
