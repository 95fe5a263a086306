import type { EndReason } from "@/lib/generated/prisma/enums";
import { cartIsSafe, kinds, reasons, refusals } from "@/words/ending";
import { language } from "@/words/locale";
import { days, type Facts, hours, type Kind, kindOf, minutes, policies, seconds, sessionLimit } from "./policy";

// This is the only file that tells people why a session ended: its owner, and the support team that is asked about it.

/** Why a member's session ended, in a sentence or two for its owner. The numbers are the policy's. */
export function sayWhy({ session, reason }: { session: Facts; reason: EndReason }): string {
  const sentence = reasons[reason].owner(limitsOf(kindOf(session)));
  const hasCart = reason !== "ACCOUNT_DISABLED" && reason !== "ACCOUNT_DELETED";
  return hasCart ? `${sentence} ${cartIsSafe}` : sentence;
}

/** Why a session ended, in a sentence about its owner. */
export function sayWhyToSupport(reason: EndReason, kind: Kind): string {
  return reasons[reason].support(limitsOf(kind));
}

function limitsOf(kind: Kind) {
  const { idle, absolute } = policies[kind];
  return { idle: sayDuration(idle), absolute: sayDuration(absolute), devices: sessionLimit };
}

/** What sort of session it is. */
export function sayKind(kind: Kind): string {
  return kinds[kind];
}

/** For a browser whose token was just replaced and that has not got the new one yet. */
export function sayRetry({ isGuest }: { isGuest: boolean }): string {
  return isGuest ? refusals.guestOnItsWay : refusals.tokenOnItsWay;
}

/** "30 seconds", "30 minutes", "24 hours", "14 days". */
export function sayDuration(ms: number): string {
  const unit = ms < minutes(1) ? "second" : ms < hours(1) ? "minute" : ms <= hours(24) ? "hour" : "day";
  const one = { second: seconds(1), minute: minutes(1), hour: hours(1), day: days(1) }[unit];
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(ms / one);
}
