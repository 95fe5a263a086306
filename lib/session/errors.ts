import { Busy, Unavailable } from "@/lib/db";

/** The member's session is over and its owner was not told yet: `message` tells why, and nothing was done. */
export class SessionEnded extends Error {
  override name = "SessionEnded";
}

/**
 * The token was replaced a moment ago, or something else changed at the same time. Nothing was done; trying again works,
 * at the latest half a minute later, unless the session ended meanwhile: then the next try says so.
 */
export class TryAgain extends Error {
  override name = "TryAgain";
}

/** Why an action did nothing, for the person who tried. */
export type Refusal = { status: "ended" | "again" | "unavailable"; message: string };

const busy = "A great many people are at the door just now. Nothing was changed; please try again in a few seconds.";
const unavailable = "The shop cannot be reached just now. Nothing was changed; please try again.";

/** Runs an action's work and turns the session's errors into answers; all other errors pass. */
export async function answerRefusals<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SessionEnded) return { status: "ended", message: error.message };
    if (error instanceof TryAgain)
      return { status: "again", message: "Something else changed at the same moment. Please try again." };
    if (error instanceof Busy) return { status: "unavailable", message: busy };
    if (error instanceof Unavailable) return { status: "unavailable", message: unavailable };
    throw error;
  }
}
