import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { skipIfReadOnly, type Transaction, transaction } from "@/lib/db";
import { loginPath } from "@/lib/http/safe-redirect";
import { rememberClient } from "@/lib/session/encrypted/client";
import { carryEncrypted } from "@/lib/session/encrypted/store";
import type { AccountOwner, StoredSession } from "./columns";
import { clearToken, readToken, renameCookie, writeToken } from "./cookie";
import { resolveToken } from "./current";
import { endSessionByToken, markExplained } from "./end";
import { describeEnd, describeRetry } from "./end-messages";
import { SessionEnded, TryAgain } from "./errors";
import { identifyClient } from "./identify-client";
import { promoteSession } from "./login";
import { isFresh, isTouchDue, measureTimeLeft } from "./policy";
import { isPrefetch } from "./prefetch";
import * as store from "./store";
import { createToken, hashToken } from "./token";
import { countIfUnknown } from "./unknown-tokens";

// What pages, actions and handlers may call of the session engine. docs/sessions.md explains the rules.

export { Unavailable } from "@/lib/db";
export { readClient } from "@/lib/session/encrypted/client";
export { readDraft, saveDraft, takeDrafts } from "@/lib/session/encrypted/draft";
export { takeMergedNotice } from "./merged-notice";
export { handOverToken, recoverToken, replaceGuestToken, rotateToken } from "./rotate";
export type { Session } from "./store";
export type MemberSession = store.Session & { user: AccountOwner; userId: string };

type Live = Extract<store.Found, { state: "live" }>;

/**
 * Returns the request's session, or null when there is none, and counts as activity: it extends the session. Pages and
 * actions call it; layouts do not. Throws Unavailable when the database does not answer.
 */
export const resumeSession = cache(async (): Promise<store.Session | null> => {
  const found = await resolveToken();
  if (found.state !== "live") return null;
  await touchIfDue(found);
  return found.session;
});

async function touchIfDue({ session, now }: Live): Promise<void> {
  if (isTouchDue(session, now) && !(await isPrefetch()))
    await skipIfReadOnly(() => store.extendSession(session), undefined);
}

/** Returns the member's session; everybody else is sent to log in and comes back to `next`. */
export async function requireUser(next: string): Promise<MemberSession> {
  const session = await resumeSession();
  if (!isMember(session)) redirect(loginPath(next));
  return session;
}

/** Returns the member's session if the login is fresh; others confirm who they are first and come back to `next` (ASVS 7.5.1). */
export async function requireFreshLogin(next: string): Promise<MemberSession> {
  const session = await requireUser(next);
  if (!(await isFreshLogin())) redirect(`/confirm?next=${encodeURIComponent(next)}`);
  return session;
}

/** Whether the request's login or confirmation is fresh enough for a sensitive act, by the database's clock. */
export async function isFreshLogin(): Promise<boolean> {
  const found = await resolveToken();
  return found.state === "live" && isFresh(found.session, found.now);
}

/** Returns a staff member's session; for everybody else the page does not exist. */
export async function requireStaff(next: string): Promise<MemberSession> {
  const session = await requireUser(next);
  if (session.user.role !== "STAFF") notFound();
  return session;
}

export function isMember(session: store.Session | null): session is MemberSession {
  return session?.user != null;
}

/**
 * Runs `work` in one transaction that holds the request's session; returns null when there is no session. Throws
 * SessionEnded, TryAgain or Unavailable, and then nothing was done.
 */
export async function withSession<T>(work: Work<T>): Promise<T | null> {
  const found = await resolveForWrite();
  return found.state === "live" ? runLocked(found, work) : null;
}

/**
 * Like `withSession`. Where there is no session it calls `admit`, which throws when too many were started, and starts a
 * guest's session, whose cookie is written after the commit.
 */
export async function withOrStartSession<T>(admit: () => Promise<void>, work: Work<T>): Promise<T> {
  const found = await resolveForWrite();
  if (found.state === "live") return runLocked(found, work);
  await admit();
  const token = createToken();
  const client = await identifyClient();
  const { session, result } = await transaction(async (tx) => {
    const session = await store.startSession(tx, hashToken(token), client);
    await rememberClient(tx, session.id, client);
    return { session, result: await work(tx, session) };
  });
  await writeToken(token, session);
  return result;
}

type Work<T> = (tx: Transaction, owner: SessionOwner) => Promise<T>;

async function runLocked<T>(found: Live, work: Work<T>): Promise<T> {
  await touchIfDue(found);
  const result = await transaction(async (tx) => work(tx, await lockOrTryAgain(tx, found.session)));
  await renameCookie(found.session);
  return result;
}

type SessionOwner = { id: string; userId: string | null };

async function lockOrTryAgain(tx: Transaction, { id }: store.Session): Promise<SessionOwner> {
  const owner = await store.lockSession(tx, id);
  if (!owner) throw new TryAgain("The session ended meanwhile");
  return owner;
}

/** Before a write: the owner of an ended session is told first, and a replaced token writes nothing. */
async function resolveForWrite(): Promise<Live | { state: "none" }> {
  const found = await resolveToken();
  if (found.state === "retry") throw new TryAgain("The token was just replaced");
  if (found.state === "ended") {
    await markExplained(found.session.id);
    throw new SessionEnded(describeEnd(found));
  }
  return found;
}

/**
 * Returns what to tell a browser whose cookie opens no session: why the session ended, or that a newer token is on its
 * way. An end is told once, and for a few seconds more, since the first answer may never have been shown. Null when
 * there is nothing to tell.
 */
export async function explainEnd(): Promise<string | null> {
  const found = await resolveToken();
  if (found.state === "retry") return describeRetry(found);
  if (found.state === "live" || (await isPrefetch())) return null;
  if (found.state === "none") return found.toldBefore?.isRecent ? describeEnd(found.toldBefore) : null;
  await skipIfReadOnly(() => markExplained(found.session.id), false);
  return describeEnd(found);
}

export type LogInResult = { token: string; session: StoredSession };

/**
 * Gives a user a logged-in session under a new token. The caller's transaction holds the user's row; after the commit
 * the caller gives the token to the browser by `handOverToken`.
 */
export async function startMemberSession(
  tx: Transaction,
  login: { userId: string; remembered: boolean },
): Promise<LogInResult> {
  const presented = await readToken();
  const token = createToken();
  const client = await identifyClient();
  const session = await promoteSession(tx, {
    ...login,
    presented: presented ? hashToken(presented) : null,
    next: hashToken(token),
    device: client.device,
    network: client.network,
  });
  await rememberClient(tx, session.id, client);
  if (presented) await carryEncrypted(tx, hashToken(presented), session);
  return { token, session };
}

/** Ends the session of the request's token, even a replaced one, and takes the cookie back. Throws Unavailable. */
export async function logOut(): Promise<void> {
  const token = await readToken();
  if (token) await endSessionByToken(hashToken(token), "LOGGED_OUT");
  await countIfUnknown();
  await clearToken();
}

export type Peek = { status: "none" } | { status: "ended"; message: string } | LivePeek;

export type LivePeek = {
  status: "guest" | "member";
  /** The session's public id: another one is another session. */
  id: string;
  name: string | null;
  cartCount: number;
  hasDraft: boolean;
  idleInMs: number;
  absoluteInMs: number;
};

/** Returns what a page's header may know. Never extends the session and never counts an end as told. */
export async function peekSession(): Promise<Peek> {
  return toPeek(await resolveToken());
}

/** Extends the session after real input, at most once a minute, and returns what `peekSession` returns. */
export async function reportActivity(): Promise<Peek> {
  const found = await resolveToken();
  if (found.state !== "live" || !isTouchDue(found.session, found.now)) return toPeek(found);
  await store.extendSession(found.session);
  return toPeek({ ...found, session: { ...found.session, lastSeenAt: found.now } });
}

function toPeek(found: store.Found): Peek {
  if (found.state === "ended") return { status: "ended", message: describeEnd(found) };
  if (found.state !== "live") return { status: "none" };
  const { session, now } = found;
  const status = session.user ? "member" : "guest";
  const { id, user, cartCount, hasDraft } = session;
  return { status, id, name: user?.name ?? null, cartCount, hasDraft, ...measureTimeLeft(session, now) };
}
