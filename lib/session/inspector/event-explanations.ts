import { days, formatDuration } from "@/lib/format/duration";
import type { EndReason } from "@/lib/generated/prisma/enums";
import { describeEnd } from "@/lib/session/end-messages";
import type { EventDetail, SessionEventType } from "@/lib/session/events/record";
import { type Facts, findKind, type Policy, policies, replayGrace, sessionLimit } from "@/lib/session/policy";

export type EventExplanation = { title: string; text: string; rule: string; file: string };

type Explain = (detail: EventDetail, session: Facts) => EventExplanation;

/** The rules behind several events. */
const fixation = "OWASP Session Management: renew the session ID after login; ASVS 7.2.4";
const replayed = "RFC 9700 section 4.14.2: a replaced token that comes back";

const explanations: Record<SessionEventType, Explain> = {
  started: ({ remembered }) =>
    remembered === undefined
      ? {
          title: "A guest’s session started",
          text: "The first piece went into the cart. Looking around had started nothing.",
          rule: "ASVS 7.6.2: no session without a deliberate act",
          file: "lib/session/store.ts",
        }
      : {
          title: "A session started with a login",
          text: "There was no session to take over, so the login made one, under a new key.",
          rule: "ASVS 7.2.3: at least 128 random bits; here 256",
          file: "lib/session/login.ts",
        },
  promoted: () => ({
    title: "The guest logged in",
    text: "The same row, now a member’s. The key was replaced: whoever knew the guest’s gets nowhere with it.",
    rule: fixation,
    file: "lib/session/login.ts",
  }),
  rotated: explainRotated,
  ended: ({ reason }, session) => {
    const known = isReason(reason) ? reason : "LOGGED_OUT";
    return {
      title: "The session ended",
      text: describeEnd({ session, reason: known }),
      ...endings[known](policies[findKind(session)]),
    };
  },
  refused: () => ({
    title: "A request was refused",
    text: "Nothing was done, and the refusal was written down.",
    rule: "ASVS 16.3.2: refused attempts are logged",
    file: "lib/session/events/record.ts",
  }),
  reuse: () => ({
    title: "A replaced key came back",
    text: `It opened nothing. A copy of a logged-in key that returns later than ${formatDuration(replayGrace)} after the browser used the new one ends the session.`,
    rule: replayed,
    file: "lib/session/store.ts",
  }),
  aged: ({ ms }) => ({
    title: ms === days(1) ? "You let a day pass" : `You let ${formatDuration(Number(ms))} pass`,
    text: "All times in the row were moved back together. They only ever move towards the end.",
    rule: "Both limits count from times in the row, by the database’s clock: ASVS 7.3.1 and 7.3.2",
    file: "lib/session/inspector/index.ts",
  }),
  "new device": ({ device }) => ({
    title: "A new device logged in",
    text: `No login of the last weeks came from ${device ?? "such a device"}, so its owner is shown this one.`,
    rule: "ASVS 6.3.5: people hear of unusual logins",
    file: "lib/session/events/record.ts",
  }),
  "used elsewhere": ({ device }) => ({
    title: "The key came from another device",
    text: `It was used from ${device ?? "another device"}. Sensitive acts ask for the password again, and the owner is shown it.`,
    rule: "OWASP Session Management: notice a session that changes its client",
    file: "lib/session/current.ts",
  }),
  "password changed": act("7.4.3", "The password was changed", "The other sessions ended and this one got a new key."),
  "details changed": act("7.5.1", "Name or address was changed", "Changing the address needs a fresh login."),
  "data exported": act("7.5.1", "The data was downloaded", "A download needs a fresh login."),
  "account deleted": act("7.4.2", "The account was deleted", "All its sessions ended with it."),
  "account disabled": supportAct("7.4.2", "The account was disabled", "All its sessions ended with it."),
  "account enabled": supportAct("7.4.2", "The account was enabled again", "Its owner may log in again."),
  "looked at by staff": supportAct("16.3.3", "Support looked at the sessions", "Every look is written down."),
  "searched by staff": supportAct("16.3.3", "Support searched for customers", "Every search is written down."),
  "everyone logged out by staff": supportAct("7.4.5", "Support logged everyone out", "All sessions ended at once."),
  "shelf changed by staff": () => ({
    title: "A piece on the shelf was changed",
    text: "Every change of price and stock is written down.",
    rule: "ASVS 16.3.3",
    file: "lib/catalog/shelf.ts",
  }),
  "mail sent again by staff": () => ({
    title: "A mail was sent again",
    text: "Every mail that staff send again is written down.",
    rule: "ASVS 16.3.3",
    file: "lib/mail/outbox-support.ts",
  }),
};

function explainRotated({ device, isConfirmed, isUndone }: EventDetail): EventExplanation {
  if (isUndone)
    return {
      title: "The key of before came back",
      text: "The new key never arrived in the browser. The cart is there, and what was typed or ordered under it is not.",
      rule: replayed,
      file: "lib/session/retired-tokens.ts",
    };
  const file = device ? "lib/session/login.ts" : "lib/session/retired-tokens.ts";
  if (isConfirmed)
    return {
      title: "The password was confirmed",
      text: "The login counts as fresh again, under a new key in the same row.",
      rule: fixation,
      file,
    };
  return {
    title: device ? "Logged in again" : "The key was replaced",
    text: `A new key in the same row. The old one opens nothing; used later than ${formatDuration(replayGrace)} after the browser has the new one, it counts as a stolen copy.`,
    rule: device ? fixation : replayed,
    file,
  };
}

function act(asvs: string, title: string, text: string): Explain {
  return () => ({ title, text, rule: `ASVS ${asvs}`, file: "lib/account/index.ts" });
}

function supportAct(asvs: string, title: string, text: string): Explain {
  return () => ({ title, text, rule: `ASVS ${asvs}`, file: "lib/account/support.ts" });
}

type Ending = (policy: Policy) => Pick<EventExplanation, "rule" | "file">;

const closed: Ending = () => ({
  rule: "ASVS 7.4.2: a closed account has no sessions",
  file: "lib/session/store.ts",
});

const endings: Record<EndReason, Ending> = {
  LOGGED_OUT: () => ({ rule: "ASVS 7.4.1: a logout ends the session on the server", file: "lib/session/end.ts" }),
  IDLE_TIMEOUT: ({ idle }) => ({
    rule: `ASVS 7.3.1; OWASP Session Management and NIST SP 800-63B-4: a limit to idleness, here ${formatDuration(idle)}`,
    file: "lib/session/policy.ts",
  }),
  ABSOLUTE_TIMEOUT: ({ absolute }) => ({
    rule: `ASVS 7.3.2; NIST SP 800-63B-4: a limit however active, here ${formatDuration(absolute)}`,
    file: "lib/session/policy.ts",
  }),
  REVOKED_BY_USER: () => ({ rule: "ASVS 7.5.2: people see and end their own sessions", file: "lib/session/end.ts" }),
  REVOKED_BY_STAFF: () => ({ rule: "ASVS 7.4.5: staff can end sessions", file: "lib/session/end.ts" }),
  PASSWORD_CHANGED: () => ({ rule: "ASVS 7.4.3: a changed password ends the others", file: "lib/session/end.ts" }),
  SESSION_LIMIT: () => ({
    rule: `ASVS 7.1.2: at most ${sessionLimit} sessions at a time`,
    file: "lib/session/login.ts",
  }),
  ACCOUNT_DISABLED: closed,
  ACCOUNT_DELETED: closed,
  REPLACED: () => ({ rule: replayed, file: "lib/session/login.ts" }),
  SWITCHED_USER: () => ({
    rule: "ASVS 7.2.4: whoever logs in gets a session of their own",
    file: "lib/session/login.ts",
  }),
  ROTATION_LOST: () => ({
    rule: "OWASP Session Management: a token that never arrived opens nothing, and its session does not wait for it",
    file: "lib/session/retired-tokens.ts",
  }),
  REUSE_DETECTED: () => ({ rule: replayed, file: "lib/session/store.ts" }),
  PASSWORD_GUESSED: () => ({
    rule: "ASVS 6.3.1: no cookie lets its holder guess passwords for ever",
    file: "lib/rate-limit/rules.ts",
  }),
  EMAIL_CHANGED: () => ({
    rule: "ASVS 7.4.3: a changed address, where login links go, ends the others",
    file: "lib/account/email-change.ts",
  }),
};

function isReason(value: unknown): value is EndReason {
  return typeof value === "string" && value in endings;
}

/** The types that have words: all of them. */
export const explainedTypes = Object.keys(explanations) as SessionEventType[];
export const explainedReasons = Object.keys(endings) as EndReason[];

/** What happened, why, and which file did it. An event of a type unknown here is told by its name. */
export function explainEvent(
  { type, detail }: { type: string; detail: EventDetail },
  session: Facts,
): EventExplanation {
  if (type in explanations) return explanations[type as SessionEventType](detail, session);
  return {
    title: type,
    text: "Written down by a newer version of the shop.",
    rule: "ASVS 16.3",
    file: "lib/session/events/record.ts",
  };
}
