import { answerPrivately } from "@/app/api/answer-privately";
import { tryToken } from "@/lib/guessing";
import { type Peek, peek, touch } from "@/lib/session";
import { hasUnknownToken } from "@/lib/session/devices";
import { throttleKeyOfNetwork } from "@/lib/throttle-network";

/** Peek: what the header may know about this browser's session. Never extends it. */
export async function GET() {
  return answerPrivately(() => countingTokens(peek));
}

/** Activity from real input: extends the session. Has no body; proxy.ts lets only this shop's pages in. */
export async function POST() {
  return answerPrivately(() => countingTokens(touch));
}

/** Whoever sends tokens that were never given out has to wait at last; a token that opens something never does. */
async function countingTokens(work: () => Promise<Peek>): Promise<Peek> {
  const seen = await work();
  if (seen.status === "none" && (await hasUnknownToken())) await tryToken(await throttleKeyOfNetwork());
  return seen;
}
