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
  // Configured for this one login, so that no other call of Auth.js can log anybody in.
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
    // With Credentials alone Auth.js uses its JSON Web Token strategy: what this returns becomes the cookie's value. We
    // return the random token of a session in the database.
    jwt: { encode: async () => (await asked.attempt)?.token ?? "" },
    // Auth.js would store this address in a cookie; it sets none for an empty one.
    callbacks: { redirect: () => "" },
    cookies: {
      sessionToken: { name: sessionCookieName, options: sessionCookieAttributes },
      // Never set, but Auth.js reads it, and an unreadable value fails the login. Neither scripts nor subdomains can set a
      // cookie of this name.
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
