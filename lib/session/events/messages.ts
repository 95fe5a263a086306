import { EndReason } from "@/lib/generated/prisma/enums";
import { describeEndToSupport } from "@/lib/session/end-messages";
import type { Kind } from "@/lib/session/policy";
import type { PastEvent } from "./history";
import type { EventDetail, SessionEventType } from "./record";

type Description = { owner?: (detail: EventDetail) => string; support: (detail: EventDetail, kind: Kind) => string };

const deviceOf = ({ device }: EventDetail) => String(device ?? "an unknown device");

/** An event without `owner` is not told to the account's owner. */
const descriptions: Record<SessionEventType, Description> = {
  started: { support: (detail) => `Logged in on ${describeLogin(detail)}.` },
  promoted: { support: (detail) => `A guest logged in on ${describeLogin(detail)}.` },
  rotated: { support: describeRotation },
  ended: { support: describeEnded },
  refused: { support: describeRefusal },
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
  "searched by staff": { support: ({ found }) => `Searched for customers; ${countFound(found)} found.` },
  "everyone logged out by staff": { support: describeEveryoneLoggedOut },
  "shelf changed by staff": { support: ({ sku }) => `Changed ${sku} on the shelf.` },
  "mail sent again by staff": { support: () => "Sent a mail again." },
};

/** Describes an event to the account's owner; null when there is no need to. */
export function describeToOwner({ type, detail }: PastEvent): string | null {
  return descriptions[type]?.owner?.(detail) ?? null;
}

/** Describes an event to the support team; limits are those of the session's kind. */
export function describeToSupport({ type, detail }: PastEvent, kind: Kind = "member"): string {
  return descriptions[type]?.support(detail, kind) ?? type;
}

/** The events that owners are told of. */
export const ownerEventTypes = (Object.keys(descriptions) as SessionEventType[]).filter(
  (type) => descriptions[type].owner,
);

function describeLogin(detail: EventDetail): string {
  return detail.remembered === true ? `${deviceOf(detail)}, to be kept logged in` : deviceOf(detail);
}

function describeRotation(detail: EventDetail): string {
  if (detail.device) return `Logged in again on ${describeLogin(detail)}.`;
  return detail.isConfirmed ? "Confirmed who they are." : "Got a new token.";
}

function describeEnded({ reason }: EventDetail, kind: Kind): string {
  const known = Object.values(EndReason).find((one) => one === reason);
  return known ? `Logged out. ${describeEndToSupport(known, kind)}` : "Logged out.";
}

function describeRefusal({ what, why }: EventDetail): string {
  const aim = what === "log in" ? "log in" : "confirm who they are";
  return why === "too many tries" ? `Too many tries to ${aim}: had to wait.` : `A wrong password was given to ${aim}.`;
}

function countFound(found: EventDetail[string] | undefined): number {
  return Array.isArray(found) ? found.length : 0;
}

function describeEveryoneLoggedOut({ count }: EventDetail): string {
  if (count === undefined) return "Logged everyone out.";
  return Number(count) === 1 ? "Logged everyone out: 1 session." : `Logged everyone out: ${Number(count)} sessions.`;
}
