import { refuseGuesser } from "@/lib/session/unknown-tokens";
import { answerJson, runHandler } from "./run-handler";

/**
 * Runs a handler that reads this browser's session, and answers with JSON unless `work` returns an answer of its own. A
 * network that has guessed too many session tokens gets 429 instead.
 */
export async function answerPrivately(work: () => Promise<unknown>): Promise<Response> {
  return runHandler(async () => {
    const answer = await work();
    await refuseGuesser();
    return answer instanceof Response ? answer : answerJson(answer);
  });
}
