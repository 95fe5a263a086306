import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { cookies } from "next/headers";
import NextAuth, { AuthError, CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import Nodemailer from "next-auth/providers/nodemailer";
import { z } from "zod";
import * as cart from "@/lib/cart";
import { prisma, type Transaction, transaction } from "@/lib/db";
import { env } from "@/lib/env";
import { readClientNetwork } from "@/lib/http/client-ip";
import { safeNextPath } from "@/lib/http/safe-redirect";
import { normaliseEmail } from "@/lib/input/email-address";
import { logError } from "@/lib/log";
import { TooManyTries } from "@/lib/rate-limit/limiter";
import { tryLogIn } from "@/lib/rate-limit/rules";
import * as session from "@/lib/session";
import { sessionCookieAttributes, sessionCookieName } from "@/lib/session/cookie";
import { recordEvent, recordRefusal } from "@/lib/session/events/record";
import { findDevice } from "@/lib/session/known-device";
import { recordMergedPieces } from "@/lib/session/merged-notice";
import { countIfUnknown } from "@/lib/session/unknown-tokens";
import * as users from "@/lib/users";
import { mailLogInLinkLater, useLogInLink } from "./links";
import { mailTokenLifetime } from "./mail-tokens";

// This is the only file that imports next-auth. Auth.js authenticates; lib/session keeps the session.

type Entry = session.LogInResult & { capped: number };

/** What one call of `startMemberSession` is about: Auth.js passes only strings to `authorize` and only a user back. */
const entering = new AsyncLocalStorage<Call>();

type Call = { remembered: boolean; entry?: Entry | null; failure?: unknown };

const credentialsSchema = z.object({ email: z.string(), password: z.string() });
const linkSchema = z.object({ token: z.string() });

/**
 * Verifies the password, unless there were too many tries, and logs in, all in one transaction: the user's row is taken
 * and checked again, the session is promoted, the guest's cart merged. Null for whoever does not get in.
 */
async function enter(credentials: unknown, remembered: boolean): Promise<Entry | null> {
  const { email, password } = credentialsSchema.parse(credentials);
  const device = await findDevice(normaliseEmail(email));
  const network = await readClientNetwork();
  return tryLogIn({ email, device, network }, async () => {
    const user = await users.verifyCredentials(email, password);
    if (!user) {
      await recordRefusal({ userId: await users.findIdByEmail(email), what: "log in" });
      return null;
    }
    return transaction(async (tx) =>
      (await users.lockVerified(tx, user)) ? promote(tx, { userId: user.id, remembered }) : null,
    );
  }).catch((error) => tellToWait(error, email));
}

/** Uses a link up and logs in, in one transaction. Null when the link no longer works. */
async function enterByLink(credentials: unknown, remembered: boolean): Promise<Entry | null> {
  const { token } = linkSchema.parse(credentials);
  return transaction(async (tx) => {
    const userId = await useLogInLink(tx, token);
    return userId ? promote(tx, { userId, remembered }) : null;
  });
}

/** The caller holds the user's row. */
async function promote(tx: Transaction, login: { userId: string; remembered: boolean }): Promise<Entry> {
  const entry = await session.startMemberSession(tx, login);
  const { capped, pieces } = await cart.mergeCarts(tx, entry.session.id, login.userId);
  // Where something was capped the cart says more, at the line.
  if (pieces > 0 && capped === 0) await recordMergedPieces(tx, entry.session.id, pieces);
  return { ...entry, capped };
}

/** Writes down, once, that somebody has to wait; then they are told. */
async function tellToWait(error: unknown, email: string): Promise<never> {
  if (error instanceof TooManyTries && error.isFirst) {
    const userId = await users.findIdByEmail(email);
    await recordEvent(prisma(), { userId, type: "refused", detail: { what: "log in", why: "too many tries" } });
  }
  throw error;
}

/** Runs one of the two ways in for a call of ours, and nobody else's. */
async function authorize(way: (call: Call) => Promise<Entry | null>): Promise<{ id: string } | null> {
  const call = entering.getStore();
  if (!call) return null;
  try {
    call.entry = await way(call);
  } catch (failure) {
    call.failure = failure;
  }
  return call.entry ? { id: call.entry.session.id } : null;
}

const unused = async () => {
  throw new Error("The shop keeps its own sessions and links; Auth.js asks for nothing here");
};

/** Auth.js's own links are never stored, so nothing opens by them; and whose address it is, it need not know. */
const none = async () => null;

const callbackCookieName = "__Host-auth-callback";

const nextAuth = NextAuth(() => ({
  secret: env().AUTH_SECRET,
  trustHost: true,
  basePath: "/api/auth",
  session: { strategy: "database" },
  // Credentials with database sessions are refused while they are the only provider, so the e-mail link stands beside them.
  adapter: { createVerificationToken: none, useVerificationToken: unused, getUserByEmail: none },
  providers: [
    Credentials({ authorize: (credentials) => authorize(({ remembered }) => enter(credentials, remembered)) }),
    Credentials({
      id: "link",
      authorize: (credentials) => authorize(({ remembered }) => enterByLink(credentials, remembered)),
    }),
    // Of this one only the sending half is used, and it sends our link: docs/decisions/0025-links-in-mails-act-only-after-a-button.md.
    Nodemailer({
      server: {},
      maxAge: mailTokenLifetime / 1000,
      normalizeIdentifier: normaliseEmail,
      sendVerificationRequest: async ({ identifier, url }) =>
        mailLogInLinkLater(identifier, safeNextPath(askedPath(url))),
    }),
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
 * Returns how many cart lines had to be capped, or null when address and password do not fit. Throws Unavailable and
 * TooManyTries.
 */
export async function logInWithPassword(
  credentials: { email: string; password: string },
  { remembered }: { remembered: boolean },
): Promise<{ capped: number } | null> {
  return signIn("credentials", credentials, { remembered });
}

/** Logs in by a link from a mail, likewise. Null when the link no longer works. Throws Unavailable. */
export async function logInByLink(
  token: string,
  { remembered }: { remembered: boolean },
): Promise<{ capped: number } | null> {
  return signIn("link", { token }, { remembered });
}

/** Mails a link to log in that leads to `next`, once the answer is out, if the address has an account. */
export async function mailLogInLink(email: string, next: string): Promise<void> {
  await nextAuth.signIn("nodemailer", { email, redirect: false, redirectTo: next });
  await clearCallbackCookie();
}

/** Auth.js hands over its own link, which says where to go afterwards as an address of this shop. */
function askedPath(link: string): string {
  const asked = new URL(new URL(link).searchParams.get("callbackUrl") ?? "/", link);
  return asked.pathname + asked.search + asked.hash;
}

async function signIn(provider: string, credentials: Record<string, string>, call: Call) {
  await countIfUnknown();
  try {
    await entering.run(call, () => nextAuth.signIn(provider, { ...credentials, redirect: false, redirectTo: "/" }));
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
  }
  if (call.failure) throw call.failure;
  if (!call.entry) return null;
  // Auth.js has set the cookie with its own expiry.
  await session.handOverToken(call.entry);
  await clearCallbackCookie();
  return { capped: call.entry.capped };
}

/** Auth.js sets a cookie of its own that nothing here needs. */
async function clearCallbackCookie() {
  (await cookies()).set(callbackCookieName, "", { ...sessionCookieAttributes, maxAge: 0 });
}
