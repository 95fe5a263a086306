import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { unlessReadsOnly } from "@/lib/db";
import { recordElsewhere } from "@/lib/session/events/record";
import { readToken } from "./cookie";
import { identifyClient } from "./identify-client";
import { type Found, findSessionByToken, type Session } from "./store";
import type { Hash } from "./token";
import { hashToken } from "./token";
import { countUnknownToken } from "./unknown-tokens";

// This is the only file that looks up the request's cookie. It extends nothing: the door decides what counts as activity.

/** What the request's cookie stands for: asked once while rendering, however many components ask. */
export const resolveToken = cache(async (): Promise<Found> => {
  const token = await readToken();
  if (!token) return { state: "none" };
  // After an action has set a cookie, Next renders the page with it in the same request: the browser has not got it yet.
  const isFromBrowser = (await headers()).get("cookie")?.includes(token) ?? false;
  const tokenHash = hashToken(token);
  const found = await findSessionByToken(tokenHash, { isFromBrowser });
  if (found.state === "none" && found.isUnknown) await countUnknownToken();
  return found.state === "live" ? { ...found, session: await checkDevice(found.session, tokenHash) } : found;
});

/**
 * A member's cookie that comes from another browser or system than the one that logged in or confirmed last may be
 * stolen: its owner is shown it, and there the login is never fresh, however often that device was noticed before (OWASP
 * Session Management, binding the session to the client).
 */
async function checkDevice(session: Session, tokenHash: Hash): Promise<Session> {
  if (!session.user) return session;
  const { device } = await identifyClient();
  if (device === session.device) return session;
  await unlessReadsOnly(() => recordElsewhere(session, tokenHash, device), undefined);
  return { ...session, authenticatedAt: null };
}
