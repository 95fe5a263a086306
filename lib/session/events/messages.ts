import { EndReason } from "@/lib/generated/prisma/enums";
import { describeEndToSupport } from "@/lib/session/end-messages";
import type { Kind } from "@/lib/session/policy";
import { toOwner, toSupport, unknownDevice } from "@/words/events";
import type { PastEvent } from "./history";
import type { EventDetail, SessionEventType } from "./record";

// This is the only file that tells events in words: to the account's owner ("you"), and to the support team.

type Telling = { owner?: (detail: EventDetail) => string; support: (detail: EventDetail, kind: Kind) => string };

const device = ({ device }: EventDetail) => String(device ?? unknownDevice);
const isRemembered = ({ remembered }: EventDetail) => remembered === true;

/** Without `owner`, an event is nothing its owner must be told. */
const tellings: Record<SessionEventType, Telling> = {
  started: { support: (detail) => toSupport.started(device(detail), isRemembered(detail)) },
  promoted: { support: (detail) => toSupport.promoted(device(detail), isRemembered(detail)) },
  rotated: { support: sayRotated },
  ended: { support: sayEnded },
  refused: {
    support: ({ what, why }) => {
      const aim = what === "log in" ? "logIn" : "confirm";
      return why === "too many tries" ? toSupport.tooManyTries[aim] : toSupport.wrongPassword[aim];
    },
  },
  reuse: { owner: () => toOwner.reuse, support: () => toSupport.reuse },
  aged: { support: () => toSupport.aged },
  "new device": {
    owner: (detail) => toOwner.newDevice(device(detail)),
    support: (detail) => toSupport.newDevice(device(detail)),
  },
  "used elsewhere": {
    owner: (detail) => toOwner.usedElsewhere(device(detail)),
    support: (detail) => toSupport.usedElsewhere(device(detail)),
  },
  "password changed": { owner: () => toOwner.passwordChanged, support: () => toSupport.passwordChanged },
  "details changed": {
    owner: ({ email }) => (email ? toOwner.emailChanged : toOwner.nameChanged),
    support: ({ email }) => (email ? toSupport.emailChanged : toSupport.nameChanged),
  },
  "data exported": { owner: () => toOwner.dataExported, support: () => toSupport.dataExported },
  "account deleted": { support: () => toSupport.accountDeleted },
  "account disabled": { owner: () => toOwner.accountDisabled, support: () => toSupport.accountDisabled },
  "account enabled": { owner: () => toOwner.accountEnabled, support: () => toSupport.accountEnabled },
  "looked at by staff": { support: () => toSupport.lookedAt },
  "searched by staff": { support: ({ found }) => toSupport.searched(sayCount(found)) },
  "everyone logged out by staff": {
    support: ({ count }) => toSupport.everyoneLoggedOut(count === undefined ? null : Number(count)),
  },
  "shelf changed by staff": { support: ({ sku }) => toSupport.shelfChanged(String(sku)) },
  "mail sent again by staff": { support: () => toSupport.mailSentAgain },
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

function sayRotated(detail: EventDetail): string {
  if (detail.device) return toSupport.loggedInAgain(device(detail), isRemembered(detail));
  return detail.isConfirmed ? toSupport.confirmed : toSupport.tokenReplaced;
}

function sayEnded({ reason }: EventDetail, kind: Kind): string {
  const known = Object.values(EndReason).find((one) => one === reason);
  return known ? toSupport.endedBecause(describeEndToSupport(known, kind)) : toSupport.ended;
}

function sayCount(found: EventDetail[string] | undefined): number {
  return Array.isArray(found) ? found.length : 0;
}
