import { tryToken } from "@/lib/guessing";
import type { Peek } from "@/lib/session";
import { hasUnknownToken } from "@/lib/session/devices";
import { throttleKeyOfNetwork } from "@/lib/throttle-network";

/** Whoever sends tokens that were never given out has to wait at last; a token that opens something never does. Throws TooManyTries. */
export async function countingTokens(work: () => Promise<Peek>): Promise<Peek> {
  const seen = await work();
  if (seen.status === "none" && (await hasUnknownToken())) await tryToken(await throttleKeyOfNetwork());
  return seen;
}
