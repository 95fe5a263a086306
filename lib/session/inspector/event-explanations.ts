import { days, formatDuration } from "@/lib/format/duration";
import type { EndReason } from "@/lib/generated/prisma/enums";
import { describeEnd } from "@/lib/session/end-messages";
import type { EventDetail, SessionEventType } from "@/lib/session/events/record";
import { type Facts, findKind, type Policy, policies, replayGrace, sessionLimit } from "@/lib/session/policy";
import { rules, explained as words } from "@/words/events";

// This is the only file that tells the glass box's visitors what an event means: with the rule and the file behind it.

export type EventWords = { title: string; text: string; rule: string; file: string };

type Say = (detail: EventDetail, session: Facts) => EventWords;

const sayings: Record<SessionEventType, Say> = {
  started: ({ remembered }) =>
    remembered === undefined
      ? { ...words.guestStarted, file: "lib/session/store.ts" }
      : { ...words.started, file: "lib/session/login.ts" },
  promoted: () => ({ ...words.promoted, rule: rules.fixation, file: "lib/session/login.ts" }),
  rotated: (detail) =>
    detail.isUndone
      ? { ...words.undone, rule: rules.reuse, file: "lib/session/retired-tokens.ts" }
      : sayRotated(detail),
  ended: ({ reason }, session) => {
    const known = isReason(reason) ? reason : "LOGGED_OUT";
    return {
      title: words.ended.title,
      text: describeEnd({ session, reason: known }),
      ...endings[known](policies[findKind(session)]),
    };
  },
  refused: () => ({ ...words.refused, file: "lib/session/events/record.ts" }),
  reuse: () => ({
    title: words.reuse.title,
    text: words.reuse.text(formatDuration(replayGrace)),
    rule: rules.reuse,
    file: "lib/session/store.ts",
  }),
  aged: ({ ms }) => ({
    ...words.aged,
    title: ms === days(1) ? words.agedByDay.title : words.aged.title(formatDuration(Number(ms))),
    file: "lib/session/inspector/index.ts",
  }),
  "new device": ({ device }) => ({
    ...words.newDevice,
    text: words.newDevice.text(device?.toString()),
    file: "lib/session/events/record.ts",
  }),
  "used elsewhere": ({ device }) => ({
    ...words.usedElsewhere,
    text: words.usedElsewhere.text(device?.toString()),
    file: "lib/session/current.ts",
  }),
  "password changed": act(words.passwordChanged, "7.4.3"),
  "details changed": act(words.detailsChanged, "7.5.1"),
  "data exported": act(words.dataExported, "7.5.1"),
  "account deleted": act(words.accountDeleted, "7.4.2"),
  "account disabled": supportAct(words.accountDisabled, "7.4.2"),
  "account enabled": supportAct(words.accountEnabled, "7.4.2"),
  "looked at by staff": supportAct(words.lookedAt, "16.3.3"),
  "searched by staff": supportAct(words.searched, "16.3.3"),
  "everyone logged out by staff": supportAct(words.everyoneLoggedOut, "7.4.5"),
  "shelf changed by staff": supportAct(words.shelfChanged, "16.3.3", "lib/catalog/shelf.ts"),
  "mail sent again by staff": supportAct(words.mailSentAgain, "16.3.3", "lib/mail/outbox-support.ts"),
};

function sayRotated({ device, isConfirmed }: EventDetail): EventWords {
  return {
    title: isConfirmed ? words.confirmed.title : device ? words.loggedInAgain.title : words.keyReplaced.title,
    text: isConfirmed ? words.confirmed.text : words.keyReplaced.text(formatDuration(replayGrace)),
    rule: device || isConfirmed ? rules.fixation : rules.reuse,
    file: device ? "lib/session/login.ts" : "lib/session/store.ts",
  };
}

type Act = { title: string; text: string };

function act(words: Act, asvs: string): Say {
  return () => ({ ...words, rule: `ASVS ${asvs}`, file: "lib/account/index.ts" });
}

function supportAct(words: Act, asvs: string, file = "lib/account/support.ts"): Say {
  return () => ({ ...words, rule: `ASVS ${asvs}`, file });
}

type Ending = (policy: Policy) => Pick<EventWords, "rule" | "file">;

const closed: Ending = () => ({ rule: rules.accountClosed, file: "lib/session/store.ts" });

const endings: Record<EndReason, Ending> = {
  LOGGED_OUT: () => ({ rule: rules.loggedOut, file: "lib/session/end.ts" }),
  IDLE_TIMEOUT: ({ idle }) => ({ rule: rules.idle(formatDuration(idle)), file: "lib/session/policy.ts" }),
  ABSOLUTE_TIMEOUT: ({ absolute }) => ({
    rule: rules.absolute(formatDuration(absolute)),
    file: "lib/session/policy.ts",
  }),
  REVOKED_BY_USER: () => ({ rule: rules.revokedByUser, file: "lib/session/end.ts" }),
  REVOKED_BY_STAFF: () => ({ rule: rules.revokedByStaff, file: "lib/session/end.ts" }),
  PASSWORD_CHANGED: () => ({ rule: rules.passwordChanged, file: "lib/session/end.ts" }),
  SESSION_LIMIT: () => ({ rule: rules.sessionLimit(sessionLimit), file: "lib/session/login.ts" }),
  ACCOUNT_DISABLED: closed,
  ACCOUNT_DELETED: closed,
  REPLACED: () => ({ rule: rules.reuse, file: "lib/session/login.ts" }),
  SWITCHED_USER: () => ({ rule: rules.switchedUser, file: "lib/session/login.ts" }),
  ROTATION_LOST: () => ({ rule: rules.rotationLost, file: "lib/session/retired-tokens.ts" }),
  REUSE_DETECTED: () => ({ rule: rules.reuse, file: "lib/session/store.ts" }),
  PASSWORD_GUESSED: () => ({ rule: rules.passwordGuessed, file: "lib/rate-limit/rules.ts" }),
  EMAIL_CHANGED: () => ({ rule: rules.emailChanged, file: "lib/account/email-change.ts" }),
};

function isReason(value: unknown): value is EndReason {
  return typeof value === "string" && value in endings;
}

/** The types that have words: all of them. */
export const toldTypes = Object.keys(sayings) as SessionEventType[];
export const toldReasons = Object.keys(endings) as EndReason[];

/** What happened, why, and which file did it. An event of a type unknown here is told by its name. */
export function explainEvent({ type, detail }: { type: string; detail: EventDetail }, session: Facts): EventWords {
  if (type in sayings) return sayings[type as SessionEventType](detail, session);
  return { title: type, text: words.unknown.text, rule: "ASVS 16.3", file: "lib/session/events/record.ts" };
}
