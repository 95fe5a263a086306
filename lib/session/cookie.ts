import { cookies } from "next/headers";
import { type Facts, findDeadlines, findKind } from "./policy";
import { isToken } from "./token";

// This is the only file that names the session cookie.

/**
 * The prefix makes browsers refuse the cookie without Secure, with a Domain or with another Path, and one that a script
 * sets (RFC 6265bis section 4.1.3; browsers that know only `__Host-` keep the rest).
 */
export const sessionCookieName = "__Host-Http-session";

/** The name of before: docs/decisions/0038-a-cookie-no-script-can-plant.md says until when it is read. */
const formerName = "__Host-session";

export const sessionCookieAttributes = { secure: true, httpOnly: true, sameSite: "lax", path: "/" } as const;

/** The token the browser sent, or null when it sent none or something that cannot be one. */
export async function readToken(): Promise<string | null> {
  const jar = await cookies();
  // Whatever the new name holds wins: a script can still plant the former one.
  const value = (jar.get(sessionCookieName) ?? jar.get(formerName))?.value;
  return isToken(value) ? value : null;
}

/**
 * Hands the browser a token. Only start, rotate and login call this, where a cookie can be set. A member's cookie goes
 * with the browser session; a guest's and a remembered member's stays until the absolute end. The server decides anyway.
 */
export async function writeToken(token: string, session: Facts): Promise<void> {
  const expires = cookieExpiry(session);
  const jar = await cookies();
  jar.set(sessionCookieName, token, { ...sessionCookieAttributes, ...(expires ? { expires } : {}) });
  if (jar.has(formerName)) jar.set(formerName, "", { ...sessionCookieAttributes, maxAge: 0 });
}

/** Hands the browser its token under the present name, when it sent the former one. Only where a cookie can be set. */
export async function renameCookie(session: Facts): Promise<void> {
  const token = (await cookies()).has(formerName) && (await readToken());
  if (token) await writeToken(token, session);
}

/** Until when a cookie that is written now stays; null when it goes with the browser session. */
export function cookieExpiry(session: Facts): Date | null {
  const kind = findKind(session);
  return kind === "guest" || kind === "remembered" ? findDeadlines(session).absoluteAt : null;
}

/** Takes the cookie back. Find never does: a late answer could clear a newer one. */
export async function clearToken(): Promise<void> {
  const jar = await cookies();
  for (const name of [sessionCookieName, formerName])
    if (name === sessionCookieName || jar.has(name)) jar.set(name, "", { ...sessionCookieAttributes, maxAge: 0 });
}
