import type { EndReason } from "@/lib/generated/prisma/enums";
import { days, type Facts, hours, type Kind, kindOf, minutes, policies, seconds, sessionLimit } from "./policy";

// This is the only file that tells people why a session ended: its owner, and the support team that is asked about it.

/** Each reason once to the owner, and once about the owner; {idle} and {absolute} stand for the policy's numbers. */
const reasons: Record<EndReason, { owner: string; support: string }> = {
  LOGGED_OUT: { owner: "You logged out.", support: "They logged out." },
  IDLE_TIMEOUT: {
    owner: "You were logged out after {idle} without activity.",
    support: "{idle} passed without activity.",
  },
  ABSOLUTE_TIMEOUT: {
    owner: "You were logged out because a login lasts at most {absolute}.",
    support: "A login lasts at most {absolute}.",
  },
  REVOKED_BY_USER: {
    owner: "You were logged out from another of your devices.",
    support: "They ended it from another of their devices.",
  },
  REVOKED_BY_STAFF: { owner: "You were logged out by our support team.", support: "The support team ended it." },
  PASSWORD_CHANGED: {
    owner: "You were logged out because your password was changed.",
    support: "The password was changed on another device.",
  },
  SESSION_LIMIT: {
    owner: `You were logged out because you are logged in on more than ${sessionLimit} devices.`,
    support: `They logged in on more than ${sessionLimit} devices; this was the least recently used.`,
  },
  ACCOUNT_DISABLED: {
    owner: "You were logged out because your account was disabled.",
    support: "The account was disabled.",
  },
  ACCOUNT_DELETED: {
    owner: "You were logged out because your account was deleted.",
    support: "They deleted the account.",
  },
  REPLACED: {
    owner: "Your login did not reach this browser completely. Please log in again.",
    support: "Somebody else logged in at this browser, or the answer to a login got lost on its way.",
  },
  REUSE_DETECTED: {
    owner: "You were logged out because an old copy of your login was used. If that was not you, change your password.",
    support: "An old copy of the login was used, perhaps by somebody else.",
  },
};

/** Why a member's session ended, in a sentence or two for its owner. The numbers are the policy's. */
export function sayWhy({ session, reason }: { session: Facts; reason: EndReason }): string {
  const sentence = withNumbers(reasons[reason].owner, kindOf(session));
  const hasCart = reason !== "ACCOUNT_DISABLED" && reason !== "ACCOUNT_DELETED";
  return hasCart ? `${sentence} Your cart is safe.` : sentence;
}

/** Why a session ended, in a sentence about its owner. */
export function sayWhyToSupport(reason: EndReason, kind: Kind): string {
  return withNumbers(reasons[reason].support, kind);
}

function withNumbers(sentence: string, kind: Kind): string {
  const { idle, absolute } = policies[kind];
  return sentence.replace("{idle}", sayDuration(idle)).replace("{absolute}", sayDuration(absolute));
}

const kinds: Record<Kind, string> = {
  guest: "Guest",
  member: "Until the browser is closed",
  remembered: "Kept logged in",
  staff: "Staff",
};

/** What sort of session it is. */
export function sayKind(kind: Kind): string {
  return kinds[kind];
}

/** For a browser whose token was just replaced and that has not got the new one yet. */
export const sayRetry =
  "Your login is still on its way to this browser. Please try again in half a minute, or log in once more.";

/** "30 seconds", "30 minutes", "24 hours", "14 days". */
export function sayDuration(ms: number): string {
  const unit = ms < minutes(1) ? "second" : ms < hours(1) ? "minute" : ms <= hours(24) ? "hour" : "day";
  const one = { second: seconds(1), minute: minutes(1), hour: hours(1), day: days(1) }[unit];
  return new Intl.NumberFormat("en", { style: "unit", unit, unitDisplay: "long" }).format(ms / one);
}
