import "server-only";
import { markMergedSaid } from "./login";
import { isPrefetch } from "./prefetch";
import type { Session } from "./store";

/** How many pieces the login brought into the cart, told once like an end; null, and nothing is written, otherwise. */
export async function takeMergedNotice({ id, mergedPieces }: Session): Promise<number | null> {
  if (!mergedPieces || (await isPrefetch())) return null;
  await markMergedSaid(id);
  return mergedPieces;
}
