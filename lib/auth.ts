import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { cookies } from "next/headers";
import NextAuth, { AuthError, CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import * as cart from "@/lib/cart";
import { transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { logError } from "@/lib/log";
import * as session from "@/lib/session";
import { sessionCookieAttributes, sessionCookieName } from "@/lib/session/cookie";
import { recordRefusal } from "@/lib/session/events";
import * as users from "@/lib/users";

// This is the only file that imports next-auth. Auth.js authenticates; lib/session keeps the session.

type Entry = session.LogInResult & { capped: number };

/** What one call of `logIn` is about: Auth.js passes only strings to `authorize` and only a user back. */
const entering = new AsyncLocalStorage<Call>();

type Call = { remembered: boolean; entry?: Entry | null; failure?: unknown };

const credentialsSchema = z.object({ email: z.string(), password: z.string() });

/**
 * Verifies the password and logs in, all in one transaction: the user's row is taken and checked again, the session is
 * promoted, the guest's cart merged. Null for whoever does not get in.
 */
async function enter(credentials: unknown, remembered: boolean): Promise<Entry | null> {
  const { email, password } = credentialsSchema.parse(credentials);
  const user = await users.verifyCredentials(email, password);
  if (!user) {
    await recordRefusal({ userId: await users.findIdByEmail(email), what: "log in" });
    return null;
  }
  return transaction(async (tx) => {
    if (!(await users.lockVerified(tx, user))) return null;
    const entry = await session.logIn(tx, { userId: user.id, remembered });
    const { capped } = await cart.merge(tx, entry.session.id, user.id);
    return { ...entry, capped };
  });
}

const unused = async () => {
  throw new Error("The shop keeps its own sessions and links; Auth.js asks for nothing here");
};

const callbackCookieName = "__Host-auth-callback";

const nextAuth = NextAuth(() => ({
  secret: env().AUTH_SECRET,
  trustHost: true,
  basePath: "/api/auth",
  session: { strategy: "database" },
  // Credentials with database sessions are refused while they are the only provider, so the e-mail link stands beside them.
  adapter: { createVerificationToken: unused, useVerificationToken: unused, getUserByEmail: unused },
  providers: [
    Credentials({
      async authorize(credentials) {
        const call = entering.getStore();
        if (!call) return null;
        try {
          call.entry = await enter(credentials, call.remembered);
        } catch (failure) {
          call.failure = failure;
        }
        return call.entry ? { id: call.entry.session.id } : null;
      },
    }),
    { id: "link", name: "E-mail link", type: "email", maxAge: 15 * 60, sendVerificationRequest: unused },
  ],
  jwt: {
    // Auth.js writes what this returns into the session cookie: our opaque token, and nothing into any other cookie.
    encode: ({ salt }) => (salt === sessionCookieName ? (entering.getStore()?.entry?.token ?? "") : ""),
    decode: () => null,
  },
  cookies: {
    sessionToken: { name: sessionCookieName, options: sessionCookieAttributes },
    callbackUrl: { name: callbackCookieName, options: sessionCookieAttributes },
    csrfToken: { name: "__Host-auth-csrf", options: sessionCookieAttributes },
  },
  logger: {
    error: (error) => {
      if (!(error instanceof CredentialsSignin)) logError("Auth.js", error);
    },
  },
}));

/**
 * Logs in with e-mail and password: promotes the browser's session, merges its cart and hands over the new cookie.
 * Returns how many cart lines had to be capped, or null when address and password do not fit. Throws Unavailable.
 */
export async function logIn(
  credentials: { email: string; password: string },
  { remembered }: { remembered: boolean },
): Promise<{ capped: number } | null> {
  const call: Call = { remembered };
  try {
    await entering.run(call, () =>
      nextAuth.signIn("credentials", { ...credentials, redirect: false, redirectTo: "/" }),
    );
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
  }
  if (call.failure) throw call.failure;
  if (!call.entry) return null;
  // Auth.js has set the cookie with its own expiry, and one of its own that nothing here needs.
  await session.keepToken(call.entry);
  (await cookies()).set(callbackCookieName, "", { ...sessionCookieAttributes, maxAge: 0 });
  return { capped: call.entry.capped };
}
