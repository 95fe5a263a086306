import { EndReason } from "@/lib/generated/prisma/enums";
import { describeEndToSupport } from "@/lib/session/end-messages";
import type { Kind } from "@/lib/session/policy";
import type { PastEvent } from "./history";
import type { EventDetail, SessionEventType } from "./record";

// This is the only file that tells events in words: to the account's owner ("you"), and to the support team.

type Telling = { owner?: (detail: EventDetail) => string; support: (detail: EventDetail, kind: Kind) => string };

const deviceOf = ({ device }: EventDetail) => String(device ?? "an unknown device");

/** Without `owner`, an event is nothing its owner must be told. */
const tellings: Record<SessionEventType, Telling> = {
  started: { support: (detail) => `Logged in on ${sayLogin(detail)}.` },
  promoted: { support: (detail) => `A guest logged in on ${sayLogin(detail)}.` },
  rotated: { support: sayRotated },
  ended: { support: sayEnded },
  refused: { support: sayRefused },
  reuse: {
    owner: () => "An old copy of your login was used. If that was not you, change your password.",
    support: () => "An old copy of the login was used.",
  },
  aged: { support: () => "They moved the times of their own session back, in the glass box." },
  "new device": {
    owner: (detail) => `You logged in on a new device: ${deviceOf(detail)}. If that was not you, change your password.`,
    support: (detail) => `${deviceOf(detail)} is new to this account.`,
  },
  "used elsewhere": {
    owner: (detail) =>
      `A login of yours was used from ${deviceOf(detail)}. If that was not you, end it here and change your password.`,
    support: (detail) => `The session's cookie came from ${deviceOf(detail)}.`,
  },
  "password changed": {
    owner: () => "You changed your password. All other devices were logged out.",
    support: () => "Changed the password.",
  },
  "details changed": {
    owner: ({ email }) => (email ? "You changed your email address." : "You changed your name."),
    support: ({ email }) => (email ? "Changed the email address." : "Changed the name."),
  },
  "data exported": { owner: () => "You downloaded your data.", support: () => "Downloaded their data." },
  "account deleted": { support: () => "Deleted the account." },
  "account disabled": {
    owner: () => "Our support team disabled your account.",
    support: () => "The account was disabled.",
  },
  "account enabled": {
    owner: () => "Our support team enabled your account again.",
    support: () => "The account was enabled again.",
  },
  "looked at by staff": { support: () => "This page was looked at." },
  "searched by staff": { support: ({ found }) => `Searched for customers; ${sayCount(found)} found.` },
  "everyone logged out by staff": { support: sayEveryoneLoggedOut },
  "shelf changed by staff": { support: ({ sku }) => `Changed ${sku} on the shelf.` },
  "mail sent again by staff": { support: () => "Sent a mail again." },
};

/** What happened, to the one it happened to. Null for what speaks for itself. */
export function describeToOwner({ type, detail }: PastEvent): string | null {
  return tellings[type]?.owner?.(detail) ?? null;
}

/** What happened, to the support team; limits are those of the session's kind. */
export function describeToSupport({ type, detail }: PastEvent, kind: Kind = "member"): string {
  return tellings[type]?.support(detail, kind) ?? type;
}

/** The events that their owner is told of. */
export const ownerEventTypes = (Object.keys(tellings) as SessionEventType[]).filter((type) => tellings[type].owner);

function sayLogin(detail: EventDetail): string {
  return detail.remembered === true ? `${deviceOf(detail)}, to be kept logged in` : deviceOf(detail);
}

function sayRotated(detail: EventDetail): string {
  if (detail.device) return `Logged in again on ${sayLogin(detail)}.`;
  return detail.isConfirmed ? "Confirmed who they are." : "Got a new token.";
}

function sayEnded({ reason }: EventDetail, kind: Kind): string {
  const known = Object.values(EndReason).find((one) => one === reason);
  return known ? `Logged out. ${describeEndToSupport(known, kind)}` : "Logged out.";
}

function sayRefused({ what, why }: EventDetail): string {
  const aim = what === "log in" ? "log in" : "confirm who they are";
  return why === "too many tries" ? `Too many tries to ${aim}: had to wait.` : `A wrong password was given to ${aim}.`;
}

function sayCount(found: EventDetail[string] | undefined): number {
  return Array.isArray(found) ? found.length : 0;
}

function sayEveryoneLoggedOut({ count }: EventDetail): string {
  if (count === undefined) return "Logged everyone out.";
  return Number(count) === 1 ? "Logged everyone out: 1 session." : `Logged everyone out: ${Number(count)} sessions.`;
}
