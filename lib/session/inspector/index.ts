import "server-only";
import { transaction } from "@/lib/db";
import type { EndReason } from "@/lib/generated/prisma/enums";
import { explainEnd, handOverToken, rotateToken, type Session } from "@/lib/session";
import { cookieExpiry, readToken, sessionCookieName } from "@/lib/session/cookie";
import { resolveToken } from "@/lib/session/current";
import { TryAgain } from "@/lib/session/errors";
import { type KeptEvent, listSessionEvents } from "@/lib/session/events/record";
import {
  findKind,
  findTimeout,
  freshFor,
  type Kind,
  measureTimeLeft,
  policies,
  replaceLimit,
} from "@/lib/session/policy";
import { ageSession, readFingerprint } from "@/lib/session/store";
import { computeFingerprint } from "@/lib/session/token";
import { type EventExplanation, explainEvent } from "./event-explanations";

// The glass box: one browser's own session, to be looked at and shortened. Looking never extends it, and no token leaves.

export type GlassBox =
  | { state: "none"; told: string | null }
  /** A session that is over opens nothing, so nothing of its row is shown but why. */
  | { state: "ended"; told: string | null; reason: EndReason; cookie: HeldCookie; ending: EventExplanation }
  | { state: Kind; told: null; inside: Inside };

export type HeldCookie = { name: string; fingerprint: string };

/** Durations count from the moment of reading, `asOf`; the browser lets them run. */
export type Inside = {
  asOf: number;
  session: Session;
  cookie: HeldCookie & { expires: Date | null };
  row: { fingerprint: string; replaced: number; createdAgo: number; loggedInAgo: number | null; lastSeenAgo: number };
  left: { idleInMs: number; absoluteInMs: number; freshInMs: number };
  limits: { idle: number; absolute: number };
  events: (EventExplanation & { id: string; ago: number })[];
};

const shownEvents = 40;

/** What browser and database hold of the request's session. Never extends it; an end is explained once, as everywhere. */
export async function openGlassBox(): Promise<GlassBox> {
  const found = await resolveToken();
  const token = await readToken();
  if (!token || found.state === "none" || found.state === "retry") return { state: "none", told: await explainEnd() };
  if (found.state === "live") {
    const inside = await readInside(found.session, token);
    return inside ? { state: findKind(found.session), told: null, inside } : { state: "none", told: null };
  }
  const { session, reason } = found;
  const ending = explainEvent({ type: "ended", detail: { reason } }, session);
  return { state: "ended", told: await explainEnd(), reason, cookie: describeCookie(token), ending };
}

function describeCookie(token: string): HeldCookie {
  return { name: sessionCookieName, fingerprint: computeFingerprint(token) };
}

async function readInside(session: Session, token: string): Promise<Inside | null> {
  const [read, events] = await Promise.all([readFingerprint(session.id), listSessionEvents(session.id, shownEvents)]);
  if (!read) return null;
  const { fingerprint, replaced, now } = read;
  const ago = (at: Date) => Math.max(0, now.getTime() - at.getTime());
  const { createdAt, loggedInAt, authenticatedAt, lastSeenAt } = session;
  return {
    asOf: now.getTime(),
    session,
    cookie: { ...describeCookie(token), expires: cookieExpires(session, events) },
    row: {
      fingerprint,
      replaced,
      createdAgo: ago(createdAt),
      loggedInAgo: loggedInAt && ago(loggedInAt),
      lastSeenAgo: ago(lastSeenAt),
    },
    left: {
      ...measureTimeLeft(session, now),
      freshInMs: authenticatedAt ? Math.max(0, freshFor - ago(authenticatedAt)) : 0,
    },
    limits: policies[findKind(session)],
    events: events.map((event) => ({ ...explainEvent(event, session), id: String(event.id), ago: ago(event.at) })),
  };
}

/** The cookie keeps the date it was written with, also when time was let pass since. */
function cookieExpires(session: Session, events: KeptEvent[]): Date | null {
  const written = events.findIndex(({ type }) => type === "started" || type === "promoted" || type === "rotated");
  const since = events.slice(0, Math.max(0, written)).filter(({ type }) => type === "aged");
  const aged = since.reduce((sum, { detail }) => sum + Number(detail.ms), 0);
  const expires = cookieExpiry(session);
  return expires && new Date(expires.getTime() + aged);
}

/** Lets time pass for the request's session alone. "over" when there is none, or none any more. */
export async function letTimePass(ms: number): Promise<"passed" | "over"> {
  const session = await findLive();
  const aged = session && (await transaction((tx) => ageSession(tx, session.id, ms)));
  return aged && !findTimeout(aged, aged.now) ? "passed" : "over";
}

/** Replaces the request's token in place and gives the browser the new one. Throws TryAgain. */
export async function replaceKey(): Promise<"replaced" | "enough" | "over"> {
  const session = await findLive();
  const read = session && (await readFingerprint(session.id));
  if (!read) return "over";
  if (read.replaced >= replaceLimit) return "enough";
  const token = await transaction((tx) => rotateToken(tx, session));
  await handOverToken({ token, session });
  return "replaced";
}

/** Unlike the door, shortening does not count as activity: it would give back the time it takes. */
async function findLive(): Promise<Session | null> {
  const found = await resolveToken();
  if (found.state === "retry") throw new TryAgain("The token was just replaced");
  return found.state === "live" ? found.session : null;
}
