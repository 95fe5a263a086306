import { Busy, Unavailable } from "@/lib/db";
import { describeTooManyTries, TooManyTries, type Wait } from "@/lib/rate-limit/limiter";
import { SessionEnded, TryAgain } from "@/lib/session/errors";

/** Why nothing was done, for the person who tried. */
export type Refused = { status: "ended" | "again" | "unavailable"; message: string } | Wait;

/** Runs an action's work. What the session, a limit or the database refuses becomes its answer; all other errors pass. */
export async function runAction<T>(work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work();
  } catch (error) {
    const refused = describeRefusal(error);
    if (!refused) throw error;
    return refused;
  }
}

const busy = "A great many people are at the door just now. Nothing was changed; please try again in a few seconds.";
const unavailable = "The shop cannot be reached just now. Nothing was changed; please try again.";

/** What a refusal says; null for an error that is none. */
export function describeRefusal(error: unknown): Refused | null {
  if (error instanceof SessionEnded) return { status: "ended", message: error.message };
  if (error instanceof TryAgain)
    return { status: "again", message: "Something else changed at the same moment. Please try again." };
  if (error instanceof Busy) return { status: "unavailable", message: busy };
  if (error instanceof Unavailable) return { status: "unavailable", message: unavailable };
  if (error instanceof TooManyTries) return describeTooManyTries(error);
  return null;
}
