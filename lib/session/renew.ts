import "server-only";
import { headers } from "next/headers";
import { transaction } from "@/lib/db";
import { tryRenew } from "@/lib/rate-limit/rules";
import { readToken, writeToken } from "./cookie";
import { resolveToken } from "./current";
import { TryAgain } from "./errors";
import { type Found, findSessionByToken, replaceToken, type Session } from "./store";
import { createToken, deriveToken, hashToken, isPageKey } from "./token";

/** By request: whoever keeps something and is granted an order in one go needs one new token. */
const renewed = new WeakSet<object>();

/**
 * Gives a guest's browser a new token before anything personal is kept in the session or an order is granted to it:
 * whoever planted the token of before, or shares it, sees nothing of that (OWASP, session fixation). Members and people
 * without a session are left alone. `page`: the key of the page that was sent. Whoever sends it once more with the token
 * of before, since the answer got lost or the button was pressed twice, is given the same new token again. Throws TryAgain
 * when another page was faster, TooManyTries and Unavailable; then nothing personal may follow.
 */
export async function replaceGuestToken(page?: unknown): Promise<void> {
  const current = await readToken();
  if (!current || renewed.has(await headers())) return;
  const found = await resolveToken();
  if (found.state === "ended" || (found.state === "live" && found.session.user)) return;
  const token = isPageKey(page) ? deriveToken(current, page) : createToken();
  if (found.state === "live" && (await replace(found.session, current, token))) return hand(token, found.session);
  await giveAgain(current, page, found);
}

/**
 * Only gives again, as `replaceGuestToken` does: for an act that first looks whether there is anything to renew for. Throws
 * TryAgain and Unavailable.
 */
export async function recoverToken(page: unknown): Promise<void> {
  const current = await readToken();
  const found = await resolveToken();
  if (current && found.state === "retry") await giveAgain(current, page, found);
}

async function replace({ id, userId }: Session, current: string, token: string): Promise<boolean> {
  await tryRenew(id);
  const pair = { current: hashToken(current), next: hashToken(token) };
  return transaction((tx) => replaceToken(tx, { id, userId }, pair));
}

/** Only the same page, with the same token of before, leads to the token that the guest's session has by now. */
async function giveAgain(current: string, page: unknown, { state }: Found): Promise<void> {
  const token = isPageKey(page) && deriveToken(current, page);
  const found = token && (await findSessionByToken(hashToken(token), { isFromBrowser: false }));
  if (found && found.state === "live" && !found.session.user) return hand(token, found.session);
  if (state !== "none") throw new TryAgain("The token was just replaced");
}

async function hand(token: string, session: Session): Promise<void> {
  await writeToken(token, session);
  renewed.add(await headers());
}
