import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { skipIfReadOnly } from "@/lib/db";
import { recordElsewhere } from "@/lib/session/events/record";
import { readToken } from "./cookie";
import { identifyClient } from "./identify-client";
import { type Found, findSessionByToken, type Session } from "./store";
import { type Hash, hashToken } from "./token";
import { countUnknownToken } from "./unknown-tokens";

/**
 * Finds what the request's cookie stands for, once per rendering, however many components ask. Extends nothing: the
 * caller decides what counts as activity. Throws Unavailable.
 */
export const resolveToken = cache(async (): Promise<Found> => {
  const token = await readToken();
  if (!token) return { state: "none" };
  // After an action has set a cookie, Next renders the page with it in the same request: the browser does not have it yet.
  const isFromBrowser = (await headers()).get("cookie")?.includes(token) ?? false;
  const tokenHash = hashToken(token);
  const found = await findSessionByToken(tokenHash, { isFromBrowser });
  if (found.state === "none" && found.isUnknown) await countUnknownToken();
  return found.state === "live" ? { ...found, session: await checkDevice(found.session, tokenHash) } : found;
});

/**
 * A member's cookie may be stolen when it comes from another browser or system than the one that last logged in or
 * confirmed: the owner is told of the device, and the login is never fresh on it (OWASP Session Management, binding the
 * session to the client).
 */
async function checkDevice(session: Session, tokenHash: Hash): Promise<Session> {
  if (!session.user) return session;
  const { device } = await identifyClient();
  if (device === session.device) return session;
  await skipIfReadOnly(() => recordElsewhere(session, tokenHash, device), undefined);
  return { ...session, authenticatedAt: null };
}
