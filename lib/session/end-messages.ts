import { formatDuration } from "@/lib/format/duration";
import type { EndReason } from "@/lib/generated/prisma/enums";
import { type Facts, findKind, type Kind, policies, sessionLimit } from "./policy";

/** The policy's numbers for a kind of session, in words, and how many a user may have. */
type Limits = { idle: string; absolute: string; devices: number };

type Sentences = { owner: (limits: Limits) => string; support: (limits: Limits) => string };

/** Each reason once to the owner, and once about the owner. */
const reasons: Record<EndReason, Sentences> = {
  LOGGED_OUT: { owner: () => "You logged out.", support: () => "They logged out." },
  IDLE_TIMEOUT: {
    owner: ({ idle }) => `You were logged out after ${idle} without activity.`,
    support: ({ idle }) => `${idle} passed without activity.`,
  },
  ABSOLUTE_TIMEOUT: {
    owner: ({ absolute }) => `You were logged out because a login lasts at most ${absolute}.`,
    support: ({ absolute }) => `A login lasts at most ${absolute}.`,
  },
  REVOKED_BY_USER: {
    owner: () => "You were logged out from another of your devices.",
    support: () => "They ended it from another of their devices.",
  },
  REVOKED_BY_STAFF: {
    owner: () => "You were logged out by our support team.",
    support: () => "The support team ended it.",
  },
  PASSWORD_CHANGED: {
    owner: () => "You were logged out because your password was changed.",
    support: () => "The password was changed on another device.",
  },
  SESSION_LIMIT: {
    owner: ({ devices }) => `You were logged out because you are logged in on more than ${devices} devices.`,
    support: ({ devices }) => `They logged in on more than ${devices} devices; this was the least recently used.`,
  },
  ACCOUNT_DISABLED: {
    owner: () => "You were logged out because your account was disabled.",
    support: () => "The account was disabled.",
  },
  ACCOUNT_DELETED: {
    owner: () => "You were logged out because your account was deleted.",
    support: () => "They deleted the account.",
  },
  REPLACED: {
    owner: () => "You were logged out because a newer login took its place. Please log in again.",
    support: () => "Somebody else logged in at this browser, or the answer to a login got lost on its way.",
  },
  SWITCHED_USER: {
    owner: () => "You were logged out because somebody else logged in at this browser.",
    support: () => "Somebody else logged in at this browser.",
  },
  ROTATION_LOST: {
    owner: () => "Your login did not reach this browser completely. Please log in again.",
    support: () => "The answer to a login got lost on its way to the browser.",
  },
  REUSE_DETECTED: {
    owner: () =>
      "You were logged out because an old copy of your login was used. If that was not you, change your password.",
    support: () => "An old copy of the login was used, perhaps by somebody else.",
  },
  PASSWORD_GUESSED: {
    owner: () => "You were logged out because a wrong password was given here too often. Please log in again.",
    support: () => "A wrong password was given in it too often.",
  },
  EMAIL_CHANGED: {
    owner: () => "You were logged out because the email address of your account was changed.",
    support: () => "The email address of the account was changed.",
  },
};

const kinds: Record<Kind, string> = {
  guest: "Guest",
  member: "Until the browser is closed",
  remembered: "Kept logged in",
  staff: "Staff",
};

/** Why a member's session ended, in a sentence or two for its owner. The numbers are the policy's. */
export function describeEnd({ session, reason }: { session: Facts; reason: EndReason }): string {
  const sentence = reasons[reason].owner(limitsOf(findKind(session)));
  const hasCart = reason !== "ACCOUNT_DISABLED" && reason !== "ACCOUNT_DELETED";
  return hasCart ? `${sentence} Your cart is safe.` : sentence;
}

/** Why a session ended, in a sentence about its owner. */
export function describeEndToSupport(reason: EndReason, kind: Kind): string {
  return reasons[reason].support(limitsOf(kind));
}

function limitsOf(kind: Kind): Limits {
  const { idle, absolute } = policies[kind];
  return { idle: formatDuration(idle), absolute: formatDuration(absolute), devices: sessionLimit };
}

/** What sort of session it is. */
export function describeKind(kind: Kind): string {
  return kinds[kind];
}

/** For a browser whose token was just replaced and that has not got the new one yet. */
export function describeRetry({ isGuest }: { isGuest: boolean }): string {
  return isGuest
    ? "What you did just now is still on its way to this browser. Please try again in half a minute: your cart is safe."
    : "Your login is still on its way to this browser. Please try again in half a minute, or log in once more.";
}
