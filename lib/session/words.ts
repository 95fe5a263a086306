import type { EndReason } from "@/lib/generated/prisma/enums";
import { days, type Facts, hours, kindOf, minutes, policies, seconds, sessionLimit } from "./policy";

// This is the only file that tells people why a session ended.

/** Why a member's session ended, in a sentence or two for its owner. The numbers are the policy's. */
export function sayWhy({ session, reason }: { session: Facts; reason: EndReason }): string {
  const { idle, absolute } = policies[kindOf(session)];
  const sentences: Record<EndReason, string> = {
    LOGGED_OUT: "You logged out.",
    IDLE_TIMEOUT: `You were logged out after ${sayDuration(idle)} without activity.`,
    ABSOLUTE_TIMEOUT: `You were logged out because a login lasts at most ${sayDuration(absolute)}.`,
    REVOKED_BY_USER: "You were logged out from another of your devices.",
    REVOKED_BY_STAFF: "You were logged out by our support team.",
    PASSWORD_CHANGED: "You were logged out because your password was changed.",
    SESSION_LIMIT: `You were logged out because you are logged in on more than ${sessionLimit} devices.`,
    ACCOUNT_DISABLED: "You were logged out because your account was disabled.",
    ACCOUNT_DELETED: "You were logged out because your account was deleted.",
    REPLACED: "Your login did not reach this browser completely. Please log in again.",
    REUSE_DETECTED:
      "You were logged out because an old copy of your login was used. If that was not you, change your password.",
  };
  const hasCart = reason !== "ACCOUNT_DISABLED" && reason !== "ACCOUNT_DELETED";
  return hasCart ? `${sentences[reason]} Your cart is safe.` : sentences[reason];
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
