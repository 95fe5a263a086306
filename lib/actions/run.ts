import { answerTooManyTries, type Wait } from "@/lib/rate-limit/limiter";
import { type Refusal, refusing } from "@/lib/session";

export type Refused = Refusal | Wait;

/** Runs an action's work. What the session or a limit refuses is answered in words; all other errors pass. */
export async function runAction<T>(work: () => Promise<T>): Promise<T | Refused> {
  return refusing(() => answerTooManyTries(work));
}
