import "server-only";
import * as cart from "@/lib/cart";
import { prisma, type Transaction, transaction } from "@/lib/db";
import { readClientNetwork } from "@/lib/http/client-ip";
import { normaliseEmail } from "@/lib/input/email-address";
import { TooManyTries } from "@/lib/rate-limit/limiter";
import { tryLogIn } from "@/lib/rate-limit/rules";
import { handOverToken, type LogInResult, startMemberSession } from "@/lib/session";
import { recordEvent, recordRefusal } from "@/lib/session/events/record";
import { findDevice } from "@/lib/session/known-device";
import { recordMergedPieces } from "@/lib/session/merged-notice";
import { countIfUnknown } from "@/lib/session/unknown-tokens";
import * as users from "@/lib/users";
import { authenticate } from "./authjs";
import { useLogInLink } from "./links";

// How somebody logs in, in the order in which it happens.

type Choice = { remembered: boolean };

/** What there is to say after a login: how many lines of the cart had to be capped. */
type LoggedIn = { capped: number };

/**
 * Logs in with e-mail and password; null when they do not match. Verifying takes so long that the account may be disabled
 * or the password changed meanwhile, so the user's row is locked and checked again. Throws TooManyTries and Unavailable.
 */
export async function logInWithPassword(
  { email, password }: { email: string; password: string },
  { remembered }: Choice,
): Promise<LoggedIn | null> {
  return throughAuthjs(() =>
    throttle(email, async () => {
      const user = await verify(email, password);
      if (!user) return null;
      return transaction(async (tx) => {
        const isStillRight = await users.lockVerified(tx, user);
        return isStillRight ? promoteAndMerge(tx, { userId: user.id, remembered }) : null;
      });
    }),
  );
}

/** Logs in by a link from a mail and uses it up; null when it no longer works. Throws Unavailable. */
export async function logInByLink(token: string, { remembered }: Choice): Promise<LoggedIn | null> {
  return throughAuthjs(() =>
    transaction(async (tx) => {
      const userId = await useLogInLink(tx, token);
      return userId === null ? null : promoteAndMerge(tx, { userId, remembered });
    }),
  );
}

/** Runs a login unless there were too many tries. Of a flood only the first refused one is recorded. */
async function throttle<T>(email: string, logIn: () => Promise<T | null>): Promise<T | null> {
  const device = await findDevice(normaliseEmail(email));
  const network = await readClientNetwork();
  return tryLogIn({ email, device, network }, logIn).catch(async (error) => {
    if (error instanceof TooManyTries && error.isFirst) {
      const userId = await users.findIdByEmail(email);
      await recordEvent(prisma(), { userId, type: "refused", detail: { what: "log in", why: "too many tries" } });
    }
    throw error;
  });
}

/** The user whose password this is. An address without an account takes as long as one with. */
async function verify(email: string, password: string): Promise<users.VerifiedUser | null> {
  const user = await users.verifyCredentials(email, password);
  if (!user) await recordRefusal({ userId: await users.findIdByEmail(email), what: "log in" });
  return user;
}

type Login = LogInResult & LoggedIn;

/** Makes the browser's session the user's under a new token and merges its cart. The caller holds the lock on the user's row. */
async function promoteAndMerge(tx: Transaction, login: { userId: string } & Choice): Promise<Login> {
  const promoted = await startMemberSession(tx, login);
  const { capped, pieces } = await cart.mergeCarts(tx, promoted.session.id, login.userId);
  // If a quantity was capped, the cart itself tells, beside the line.
  if (pieces > 0 && capped === 0) await recordMergedPieces(tx, promoted.session.id, pieces);
  return { ...promoted, capped };
}

/** Logs in and, after the commit, hands the browser its new token with the lifetime of its kind of session. */
async function throughAuthjs(logIn: () => Promise<Login | null>): Promise<LoggedIn | null> {
  await countIfUnknown();
  const login = await authenticate(logIn);
  if (!login) return null;
  await handOverToken(login);
  return { capped: login.capped };
}
