import "server-only";
import type { Transaction } from "@/lib/db";
import { readToken, writeToken } from "./cookie";
import { TryAgain } from "./errors";
import { identifyClient } from "./identify-client";
import * as store from "./store";
import { createToken, hashToken } from "./token";

/** Gives the browser the token that `startMemberSession` or `rotate` made. */
export async function handOverToken({ token, session }: { token: string; session: store.Session }): Promise<void> {
  await writeToken(token, session);
}

/**
 * Replaces the request's token in place, inside the caller's transaction; `isConfirmed` makes the login fresh, on this
 * device. The caller hands the new token to `handOverToken` after the commit. Throws TryAgain when another request was first.
 */
export async function rotateToken(
  tx: Transaction,
  session: store.Session,
  { isConfirmed = false } = {},
): Promise<string> {
  const current = await readToken();
  const token = createToken();
  const confirmedOn = isConfirmed ? (await identifyClient()).device : null;
  const isRotated =
    current &&
    (await store.replaceToken(tx, session, { current: hashToken(current), next: hashToken(token), confirmedOn }));
  if (!isRotated) throw new TryAgain("The token was just replaced");
  return token;
}
