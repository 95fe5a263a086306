import { Busy, Unavailable } from "@/lib/db";
import { refusals as words } from "@/words/ending";

/** The cookie is that of a member's session that is over: its owner is told why (`message`) before anything else is done. */
export class SessionEnded extends Error {
  override name = "SessionEnded";
}

/** A newer token is on its way to this browser: nothing was done, trying again will work. */
export class TryAgain extends Error {
  override name = "TryAgain";
}

/** Why an action did nothing, in words for the person who tried. */
export type Refusal = { status: "ended" | "again" | "unavailable"; message: string };

/** Runs an action's work and answers the session's refusals kindly; all other errors pass. */
export async function refusing<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SessionEnded) return { status: "ended", message: error.message };
    if (error instanceof TryAgain) return { status: "again", message: words.crossed };
    if (error instanceof Busy) return { status: "unavailable", message: words.busy };
    if (error instanceof Unavailable) return { status: "unavailable", message: words.unavailable };
    throw error;
  }
}
