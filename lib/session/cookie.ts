import { cookies } from "next/headers";
import { type Facts, findDeadlines, findKind } from "./policy";
import { isToken } from "./token";

/**
 * The prefix makes browsers refuse the cookie without Secure, with a Domain or with another Path, and one that a script
 * sets (RFC 6265bis section 4.1.3; browsers that know only `__Host-` keep the rest).
 */
export const sessionCookieName = "__Host-Http-session";

/** The former name, which is still read: docs/decisions/0038-session-cookie-name.md says for how long. */
const formerName = "__Host-session";

export const sessionCookieAttributes = { secure: true, httpOnly: true, sameSite: "lax", path: "/" } as const;

/** The token the browser sent, or null when it sent none or something that cannot be one. */
export async function readToken(): Promise<string | null> {
  const jar = await cookies();
  // The new name wins, since a script can still set the former one.
  const value = (jar.get(sessionCookieName) ?? jar.get(formerName))?.value;
  return isToken(value) ? value : null;
}

/**
 * Gives the browser a token; only where a cookie can be set (actions and route handlers). A member's cookie lasts until
 * the browser closes, a guest's and a remembered member's until the absolute limit. Whether the session lives is decided
 * by its row, whatever the cookie says.
 */
export async function writeToken(token: string, session: Facts): Promise<void> {
  const expires = cookieExpiry(session);
  const jar = await cookies();
  jar.set(sessionCookieName, token, { ...sessionCookieAttributes, ...(expires ? { expires } : {}) });
  if (jar.has(formerName)) jar.set(formerName, "", { ...sessionCookieAttributes, maxAge: 0 });
}

/** Gives the browser its token under the present name when it sent the former one; only where a cookie can be set. */
export async function renameCookie(session: Facts): Promise<void> {
  const token = (await cookies()).has(formerName) && (await readToken());
  if (token) await writeToken(token, session);
}

/** Until when a cookie that is written now lasts; null when it lasts until the browser closes. */
export function cookieExpiry(session: Facts): Date | null {
  const kind = findKind(session);
  return kind === "guest" || kind === "remembered" ? findDeadlines(session).absoluteAt : null;
}

/** Removes the cookie. Only logging out does this: elsewhere a late answer could remove a newer cookie. */
export async function clearToken(): Promise<void> {
  const jar = await cookies();
  for (const name of [sessionCookieName, formerName])
    if (name === sessionCookieName || jar.has(name)) jar.set(name, "", { ...sessionCookieAttributes, maxAge: 0 });
}
