import { formatDuration } from "@/lib/format/duration";
import type { EndReason } from "@/lib/generated/prisma/enums";
import { cartIsSafe, kinds, reasons, refusals } from "@/words/ending";
import { type Facts, findKind, type Kind, policies, sessionLimit } from "./policy";

/** Why a member's session ended, in a sentence or two for its owner. The numbers are the policy's. */
export function describeEnd({ session, reason }: { session: Facts; reason: EndReason }): string {
  const sentence = reasons[reason].owner(limitsOf(findKind(session)));
  const hasCart = reason !== "ACCOUNT_DISABLED" && reason !== "ACCOUNT_DELETED";
  return hasCart ? `${sentence} ${cartIsSafe}` : sentence;
}

/** Why a session ended, in a sentence about its owner. */
export function describeEndToSupport(reason: EndReason, kind: Kind): string {
  return reasons[reason].support(limitsOf(kind));
}

function limitsOf(kind: Kind) {
  const { idle, absolute } = policies[kind];
  return { idle: formatDuration(idle), absolute: formatDuration(absolute), devices: sessionLimit };
}

/** What sort of session it is. */
export function describeKind(kind: Kind): string {
  return kinds[kind];
}

/** For a browser whose token was just replaced and that has not got the new one yet. */
export function tokenOnItsWay({ isGuest }: { isGuest: boolean }): string {
  return isGuest ? refusals.guestOnItsWay : refusals.tokenOnItsWay;
}
