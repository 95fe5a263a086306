import { answerTooManyTries, type Wait } from "@/lib/rate-limit/limiter";
import { answerRefusals, type Refusal } from "@/lib/session/errors";

export type Refused = Refusal | Wait;

/** Runs an action's work. What the session or a limit refuses is answered in words; all other errors pass. */
export async function runAction<T>(work: () => Promise<T>): Promise<T | Refused> {
  return answerRefusals(() => answerTooManyTries(work));
}
