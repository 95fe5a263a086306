import { days, hours, minutes, seconds } from "@/lib/format/duration";
import type { EndReason } from "@/lib/generated/prisma/enums";

// The limits of sessions. Every function is pure in (row, now), with the database's `now`.

export type Kind = "guest" | "member" | "remembered" | "staff";

export type Policy = {
  /** Ends after this long without activity, counted from `lastSeenAt`. */
  idle: number;
  /** Ends this long after the login (a guest's: after the start), however active. */
  absolute: number;
};

export const policies = {
  guest: { idle: days(30), absolute: days(90) }, // WCAG 2.2 SC 2.2.6: a cart outlives a day
  member: { idle: minutes(30), absolute: hours(24) }, // OWASP 15 to 30 min; NIST SP 800-63B-4 AAL2
  remembered: { idle: days(14), absolute: days(30) }, // NIST SP 800-63B-4 AAL1: at most 30 days overall
  staff: { idle: minutes(15), absolute: hours(8) }, // NIST SP 800-63B-4 AAL3 idle; OWASP office use
} as const satisfies Record<Kind, Policy>;

/** Activity is written down at most this often: one write a minute, not one a request. */
export const touchInterval = minutes(1);
/** The warning comes this long before the idle end (WCAG 2.2 SC 2.2.1 asks for at least 20 s). */
export const idleWarning = minutes(2);
/** The warning comes this long before the absolute end, which staying cannot move. */
export const absoluteWarning = minutes(10);
/** A login or confirmation counts as fresh this long (ASVS 7.5.1). */
export const freshFor = minutes(10);
/** How long after a rotation a request with the old token counts as one that was already under way. */
export const replayGrace = seconds(30);
/** For this long a notice is shown again: the answer that showed it first may never have been seen. */
export const repeatNoticeFor = seconds(10);
/** Live sessions a user may have; one more login ends the least recently used (ASVS 7.1.2). */
export const sessionLimit = 10;
/** How often the glass box may replace one session's token: each time leaves a row. */
export const replaceLimit = 20;
/** Ended sessions and events are kept this long, to answer "why was I logged out?". */
export const keepEnded = days(30);
export const keepEvents = days(90);

/** What a session's limits depend on. */
export type Facts = {
  userId: string | null;
  role: "CUSTOMER" | "STAFF" | null;
  remembered: boolean;
  createdAt: Date;
  loggedInAt: Date | null;
  lastSeenAt: Date;
};

/** Which policy a session has. Staff goes before remembered: privileges need the shorter limits. */
export function findKind(session: Pick<Facts, "userId" | "role" | "remembered">): Kind {
  if (session.userId === null) return "guest";
  if (session.role === "STAFF") return "staff";
  return session.remembered ? "remembered" : "member";
}

/** When the session ends by itself, unless activity moves the idle end. The absolute end moves only with a login. */
export function findDeadlines(session: Facts): { idleAt: Date; absoluteAt: Date } {
  const { idle, absolute } = policies[findKind(session)];
  return {
    idleAt: new Date(session.lastSeenAt.getTime() + idle),
    absoluteAt: new Date((session.loggedInAt ?? session.createdAt).getTime() + absolute),
  };
}

/** The reasons that come by time alone. Only after these is what was typed put back at the next login. */
export const timeouts = ["IDLE_TIMEOUT", "ABSOLUTE_TIMEOUT"] as const satisfies EndReason[];

type Timeout = (typeof timeouts)[number];

export function isTimeout(reason: EndReason): reason is Timeout {
  return timeouts.some((timeout) => timeout === reason);
}

/** Why the session is over at `now`, or null while it lives. Absolute goes before idle: no activity could have moved it. */
export function findTimeout(session: Facts, now: Date): Timeout | null {
  const { idleAt, absoluteAt } = findDeadlines(session);
  if (now >= absoluteAt) return "ABSOLUTE_TIMEOUT";
  if (now >= idleAt) return "IDLE_TIMEOUT";
  return null;
}

/** Milliseconds left, never below zero. Browsers get durations, since their clocks may be wrong. */
export function measureTimeLeft(session: Facts, now: Date): { idleInMs: number; absoluteInMs: number } {
  const { idleAt, absoluteAt } = findDeadlines(session);
  return {
    idleInMs: Math.max(0, idleAt.getTime() - now.getTime()),
    absoluteInMs: Math.max(0, absoluteAt.getTime() - now.getTime()),
  };
}

/** Whether activity at `now` is to be written down. */
export function isTouchDue(session: Pick<Facts, "lastSeenAt">, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= touchInterval;
}

/** Whether the last login or confirmation is recent enough for a sensitive act (ASVS 7.5.1). */
export function isFresh(session: { authenticatedAt: Date | null }, now: Date): boolean {
  return session.authenticatedAt !== null && now.getTime() - session.authenticatedAt.getTime() < freshFor;
}

/**
 * What the replay of a replaced token means. "in flight": the request may have been sent before the browser had the new
 * token. "lost": the browser was never seen using the new token, so the answer that carried it was lost. "reused": the
 * browser has the new token, so somebody else holds a copy of the old one (OWASP; RFC 9700 section 4.14.2).
 */
export function judgeReplay(
  retired: { retiredAt: Date; successorSeenAt: Date | null },
  now: Date,
): "in flight" | "lost" | "reused" {
  const since = retired.successorSeenAt ?? retired.retiredAt;
  if (now.getTime() - since.getTime() < replayGrace) return "in flight";
  return retired.successorSeenAt ? "reused" : "lost";
}
