import { EndReason } from "@/lib/generated/prisma/enums";
import type { EventDetail, SessionEventType } from "./events";
import type { PastEvent } from "./history";
import type { Kind } from "./policy";
import { sayWhyToSupport } from "./words";

// This is the only file that tells events in words: to the account's owner ("you"), and to the support team.

type Telling = { owner?: (detail: EventDetail) => string; support: (detail: EventDetail, kind: Kind) => string };

const device = ({ device }: EventDetail) => String(device ?? "an unknown device");

/** Without `owner`, an event is nothing its owner must be told. */
const tellings: Record<SessionEventType, Telling> = {
  started: { support: (detail) => `Logged in on ${device(detail)}${remembered(detail)}.` },
  promoted: { support: (detail) => `A guest logged in on ${device(detail)}${remembered(detail)}.` },
  rotated: { support: sayRotated },
  ended: { support: sayEnded },
  refused: {
    support: ({ what, why }) => {
      const aim = what === "log in" ? "to log in" : "to confirm who they are";
      return why === "too many tries" ? `Too many tries ${aim}: had to wait.` : `A wrong password was given ${aim}.`;
    },
  },
  reuse: {
    owner: () => "An old copy of your login was used. If that was not you, change your password.",
    support: () => "An old copy of the login was used.",
  },
  aged: { support: () => "They moved the times of their own session back, in the glass box." },
  "new device": {
    owner: (detail) => `You logged in on a new device: ${device(detail)}. If that was not you, change your password.`,
    support: (detail) => `${device(detail)} is new to this account.`,
  },
  "used elsewhere": {
    owner: (detail) =>
      `A login of yours was used from ${device(detail)}. If that was not you, end it here and change your password.`,
    support: (detail) => `The session's cookie came from ${device(detail)}.`,
  },
  "password changed": {
    owner: () => "You changed your password. All other devices were logged out.",
    support: () => "Changed the password.",
  },
  "details changed": {
    owner: ({ email }) => `You changed your ${email ? "email address" : "name"}.`,
    support: ({ email }) => `Changed the ${email ? "email address" : "name"}.`,
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
  "everyone logged out by staff": { support: ({ count }) => `Logged everyone out: ${count} sessions.` },
};

/** What happened, to the one it happened to. Null for what speaks for itself. */
export function sayToOwner({ type, detail }: PastEvent): string | null {
  return tellings[type]?.owner?.(detail) ?? null;
}

/** What happened, to the support team; limits are those of the session's kind. */
export function sayToSupport({ type, detail }: PastEvent, kind: Kind = "member"): string {
  return tellings[type]?.support(detail, kind) ?? type;
}

/** The events that their owner is told of. */
export const ownerEventTypes = (Object.keys(tellings) as SessionEventType[]).filter((type) => tellings[type].owner);

function remembered({ remembered }: EventDetail): string {
  return remembered === true ? ", to be kept logged in" : "";
}

function sayRotated(detail: EventDetail): string {
  if (detail.device) return `Logged in again on ${device(detail)}${remembered(detail)}.`;
  return detail.isConfirmed ? "Confirmed who they are." : "Got a new token.";
}

function sayEnded({ reason }: EventDetail, kind: Kind): string {
  const known = Object.values(EndReason).find((one) => one === reason);
  return known ? `Logged out. ${sayWhyToSupport(known, kind)}` : "Logged out.";
}

function sayCount(found: EventDetail[string] | undefined): number {
  return Array.isArray(found) ? found.length : 0;
}
