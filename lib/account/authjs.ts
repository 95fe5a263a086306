import "server-only";
import NextAuth, { CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "@/lib/env";
import { logError } from "@/lib/log";
import type { LogInResult } from "@/lib/session";
import { sessionCookieAttributes, sessionCookieName } from "@/lib/session/cookie";

// All that the shop has to do with Auth.js: docs/decisions/0062-auth-js-is-configured-per-login.md.

/**
 * Lets Auth.js authenticate by `logIn` and write the new token into the session cookie, with an expiry of its own.
 * Returns what `logIn` returned, null when it lets nobody in; what it throws is thrown.
 */
export async function authenticate<T extends LogInResult>(logIn: () => Promise<T | null>): Promise<T | null> {
  const asked: { attempt?: Promise<T | null> } = {};
  // Configured for this one login: whatever else may call Auth.js, it lets nobody in.
  const { signIn } = NextAuth({
    secret: env().AUTH_SECRET,
    trustHost: true,
    providers: [
      Credentials({
        authorize: async () => {
          asked.attempt = logIn();
          const login = await asked.attempt.catch(() => null);
          return login && { id: login.session.id };
        },
      }),
    ],
    // With nothing but credentials Auth.js wants "JSON Web Tokens": it writes what this returns into the cookie. Ours is
    // the token of a row.
    jwt: { encode: async () => (await asked.attempt)?.token ?? "" },
    // Where a login leads is not for Auth.js to remember: without an address it sets no cookie for it.
    callbacks: { redirect: () => "" },
    cookies: {
      sessionToken: { name: sessionCookieName, options: sessionCookieAttributes },
      // Never set, but read, and one that makes no sense fails the login. No script and no subdomain can plant this name.
      callbackUrl: { name: "__Host-Http-auth-callback" },
    },
    logger: {
      error: (error) => {
        if (!(error instanceof CredentialsSignin)) logError("Auth.js", error);
      },
    },
  });
  try {
    await signIn("credentials", { redirect: false, redirectTo: "/" });
  } catch (error) {
    if (!(error instanceof CredentialsSignin)) throw error;
  }
  if (!asked.attempt) throw new Error("Auth.js did not ask who logs in");
  return asked.attempt;
}
