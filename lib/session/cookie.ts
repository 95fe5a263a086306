import { cookies } from "next/headers";
import { deadlines, type Facts, kindOf } from "./policy";
import { isToken } from "./token";

// This is the only file that names the session cookie.

/** The prefix makes browsers refuse the cookie without Secure, with a Domain or with another Path (RFC 6265bis section 4.1.3.2). */
export const sessionCookieName = "__Host-session";

export const sessionCookieAttributes = { secure: true, httpOnly: true, sameSite: "lax", path: "/" } as const;

/** The token the browser sent, or null when it sent none or something that cannot be one. */
export async function readToken(): Promise<string | null> {
  const value = (await cookies()).get(sessionCookieName)?.value;
  return isToken(value) ? value : null;
}

/**
 * Hands the browser a token. Only start, rotate and login call this, where a cookie can be set. A member's cookie goes
 * with the browser session; a guest's and a remembered member's stays until the absolute end. The server decides anyway.
 */
export async function writeToken(token: string, session: Facts): Promise<void> {
  const expires = cookieExpiry(session);
  (await cookies()).set(sessionCookieName, token, { ...sessionCookieAttributes, ...(expires ? { expires } : {}) });
}

/** Until when a cookie that is written now stays; null when it goes with the browser session. */
export function cookieExpiry(session: Facts): Date | null {
  const kind = kindOf(session);
  return kind === "guest" || kind === "remembered" ? deadlines(session).absoluteAt : null;
}

/** Takes the cookie back. Find never does: a late answer could clear a newer one. */
export async function clearToken(): Promise<void> {
  (await cookies()).set(sessionCookieName, "", { ...sessionCookieAttributes, maxAge: 0 });
}
