import "server-only";
import { headers } from "next/headers";
import { type Transaction, transaction } from "@/lib/db";
import { tryRenew } from "@/lib/rate-limit/rules";
import type { StoredSession } from "./columns";
import { readToken, writeToken } from "./cookie";
import { resolveToken } from "./current";
import { TryAgain } from "./errors";
import { identifyClient } from "./identify-client";
import { replaceToken } from "./retired-tokens";
import { type Found, findSessionByToken } from "./store";
import { createToken, deriveToken, hashToken, isPageKey } from "./token";

/** Gives the browser the token that `startMemberSession` or `rotateToken` made. */
export async function handOverToken({ token, session }: { token: string; session: StoredSession }): Promise<void> {
  await writeToken(token, session);
}

/**
 * Replaces the request's token in place, inside the caller's transaction, and returns the new one, which the caller
 * hands to `handOverToken` after the commit. `isConfirmed` makes the login fresh on this device. Throws TryAgain when
 * another request was faster.
 */
export async function rotateToken(
  tx: Transaction,
  session: StoredSession,
  { isConfirmed = false } = {},
): Promise<string> {
  const current = await readToken();
  const token = createToken();
  const confirmedOn = isConfirmed ? (await identifyClient()).device : null;
  const isRotated =
    current && (await replaceToken(tx, session, { current: hashToken(current), next: hashToken(token), confirmedOn }));
  if (!isRotated) throw new TryAgain("The token was just replaced");
  return token;
}

/** Requests that got a new token already: one is enough, even if a request saves a draft and places an order. */
const requestsWithNewToken = new WeakSet<object>();

/**
 * Gives a guest's browser a new token before anything personal is kept in the session or an order is granted to it, so
 * that whoever planted the old token, or shares it, sees nothing of that (OWASP, session fixation). Does nothing for
 * members and for people without a session. `page` is the key of the page that was sent: the same page sent again with
 * the old token, because the answer was lost or the button was pressed twice, gets the same new token. Throws TryAgain
 * when another page was faster, TooManyTries and Unavailable; the caller then keeps nothing.
 */
export async function replaceGuestToken(page?: unknown): Promise<void> {
  const current = await readToken();
  if (!current || requestsWithNewToken.has(await headers())) return;
  const found = await resolveToken();
  if (found.state === "ended" || (found.state === "live" && found.session.user)) return;
  const token = isPageKey(page) ? deriveToken(current, page) : createToken();
  if (found.state === "live" && (await replaceOnce(found.session, current, token)))
    return giveToken(token, found.session);
  await giveTokenAgain(current, page, found);
}

/**
 * Gives the page that was sent again its new token, and does nothing else: for an action that first looks whether there
 * is anything to keep. Throws TryAgain and Unavailable.
 */
export async function recoverToken(page: unknown): Promise<void> {
  const current = await readToken();
  const found = await resolveToken();
  if (current && found.state === "retry") await giveTokenAgain(current, page, found);
}

async function replaceOnce({ id, userId }: StoredSession, current: string, token: string): Promise<boolean> {
  await tryRenew(id);
  const hashes = { current: hashToken(current), next: hashToken(token) };
  return transaction((tx) => replaceToken(tx, { id, userId }, hashes));
}

/** The new token is derived from the old one and the page's key: whoever has both gets it again. */
async function giveTokenAgain(current: string, page: unknown, { state }: Found): Promise<void> {
  const token = isPageKey(page) && deriveToken(current, page);
  const found = token && (await findSessionByToken(hashToken(token), { isFromBrowser: false }));
  if (found && found.state === "live" && !found.session.user) return giveToken(token, found.session);
  if (state !== "none") throw new TryAgain("The token was just replaced");
}

async function giveToken(token: string, session: StoredSession): Promise<void> {
  await writeToken(token, session);
  requestsWithNewToken.add(await headers());
}
