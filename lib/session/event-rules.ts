import type { EndReason } from "@/lib/generated/prisma/enums";
import type { EventDetail, SessionEventType } from "./events";
import { days, type Facts, kindOf, type Policy, policies, replayGrace, sessionLimit } from "./policy";
import { sayDuration, sayWhy } from "./words";

// This is the only file that tells the glass box's visitors what an event means: with the rule and the file behind it.

export type EventWords = { title: string; text: string; rule: string; file: string };

type Say = (detail: EventDetail, session: Facts) => EventWords;

const fixation = "OWASP Session Management: renew the session ID after login; ASVS 7.2.4";
const reuse = "RFC 9700 section 4.14.2: a replaced token that comes back";

const words: Record<SessionEventType, Say> = {
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
          file: "lib/session/promote.ts",
        },
  promoted: () => ({
    title: "The guest logged in",
    text: "The same row, now a member’s. The key was replaced: whoever knew the guest’s gets nowhere with it.",
    rule: fixation,
    file: "lib/session/promote.ts",
  }),
  rotated: ({ device, isConfirmed }) => ({
    title: isConfirmed ? "The password was confirmed" : device ? "Logged in again" : "The key was replaced",
    text: isConfirmed
      ? "The login counts as fresh again, under a new key in the same row."
      : `A new key in the same row. The old one opens nothing; used later than ${sayDuration(replayGrace)} after, it counts as a stolen copy.`,
    rule: device || isConfirmed ? fixation : reuse,
    file: device ? "lib/session/promote.ts" : "lib/session/store.ts",
  }),
  ended: ({ reason }, session) => {
    const known = isReason(reason) ? reason : "LOGGED_OUT";
    return {
      title: "The session ended",
      text: sayWhy({ session, reason: known }),
      ...endings[known](policies[kindOf(session)]),
    };
  },
  refused: () => ({
    title: "A request was refused",
    text: "Nothing was done, and the refusal was written down.",
    rule: "ASVS 16.3.2: refused attempts are logged",
    file: "lib/session/events.ts",
  }),
  reuse: () => ({
    title: "A replaced key came back",
    text: `It opened nothing. A copy of a logged-in key that returns later than ${sayDuration(replayGrace)} ends the session.`,
    rule: reuse,
    file: "lib/session/store.ts",
  }),
  aged: ({ ms }) => ({
    title: `You let ${ms === days(1) ? "a day" : sayDuration(Number(ms))} pass`,
    text: "All times in the row were moved back together. They only ever move towards the end.",
    rule: "Both limits count from times in the row, by the database’s clock: ASVS 7.3.1 and 7.3.2",
    file: "lib/session/glass-box.ts",
  }),
  "new device": ({ device }) => ({
    title: "A new device logged in",
    text: `No login of the last weeks came from ${device ?? "such a device"}, so its owner is shown this one.`,
    rule: "ASVS 6.3.5: people hear of unusual logins",
    file: "lib/session/events.ts",
  }),
  "used elsewhere": ({ device }) => ({
    title: "The key came from another device",
    text: `It was used from ${device ?? "another device"}. Sensitive acts ask for the password again, and the owner is shown it.`,
    rule: "OWASP Session Management: notice a session that changes its client",
    file: "lib/session/look.ts",
  }),
  "password changed": act("The password was changed", "The other sessions ended and this one got a new key.", "7.4.3"),
  "details changed": act("Name or address was changed", "Changing the address needs a fresh login.", "7.5.1"),
  "data exported": act("The data was downloaded", "A download needs a fresh login.", "7.5.1"),
  "account deleted": act("The account was deleted", "All its sessions ended with it.", "7.4.2"),
  "account disabled": supportAct("The account was disabled", "All its sessions ended with it.", "7.4.2"),
  "account enabled": supportAct("The account was enabled again", "Its owner may log in again.", "7.4.2"),
  "looked at by staff": supportAct("Support looked at the sessions", "Every look is written down.", "16.3.3"),
  "searched by staff": supportAct("Support searched for customers", "Every search is written down.", "16.3.3"),
  "everyone logged out by staff": supportAct("Support logged everyone out", "All sessions ended at once.", "7.4.5"),
};

function act(title: string, text: string, asvs: string): Say {
  return () => ({ title, text, rule: `ASVS ${asvs}`, file: "lib/account.ts" });
}

function supportAct(title: string, text: string, asvs: string): Say {
  return () => ({ title, text, rule: `ASVS ${asvs}`, file: "lib/support.ts" });
}

type Ending = (policy: Policy) => Pick<EventWords, "rule" | "file">;

const closed: Ending = () => ({ rule: "ASVS 7.4.2: a closed account has no sessions", file: "lib/session/store.ts" });

const endings: Record<EndReason, Ending> = {
  LOGGED_OUT: () => ({ rule: "ASVS 7.4.1: a logout ends the session on the server", file: "lib/session/end.ts" }),
  IDLE_TIMEOUT: ({ idle }) => ({
    rule: `ASVS 7.3.1; OWASP Session Management and NIST SP 800-63B-4: a limit to idleness, here ${sayDuration(idle)}`,
    file: "lib/session/policy.ts",
  }),
  ABSOLUTE_TIMEOUT: ({ absolute }) => ({
    rule: `ASVS 7.3.2; NIST SP 800-63B-4: a limit however active, here ${sayDuration(absolute)}`,
    file: "lib/session/policy.ts",
  }),
  REVOKED_BY_USER: () => ({ rule: "ASVS 7.5.2: people see and end their own sessions", file: "lib/session/end.ts" }),
  REVOKED_BY_STAFF: () => ({ rule: "ASVS 7.4.5: staff can end sessions", file: "lib/session/end.ts" }),
  PASSWORD_CHANGED: () => ({ rule: "ASVS 7.4.3: a changed password ends the others", file: "lib/session/end.ts" }),
  SESSION_LIMIT: () => ({
    rule: `ASVS 7.1.2: at most ${sessionLimit} sessions at a time`,
    file: "lib/session/promote.ts",
  }),
  ACCOUNT_DISABLED: closed,
  ACCOUNT_DELETED: closed,
  REPLACED: () => ({ rule: reuse, file: "lib/session/promote.ts" }),
  REUSE_DETECTED: () => ({ rule: reuse, file: "lib/session/store.ts" }),
};

function isReason(value: unknown): value is EndReason {
  return typeof value === "string" && value in endings;
}

/** The types that have words: all of them. */
export const toldTypes = Object.keys(words) as SessionEventType[];
export const toldReasons = Object.keys(endings) as EndReason[];

/** What happened, why, and which file did it. An event of a type unknown here is told by its name. */
export function sayEvent({ type, detail }: { type: string; detail: EventDetail }, session: Facts): EventWords {
  if (type in words) return words[type as SessionEventType](detail, session);
  return {
    title: type,
    text: "Written down by a newer version of the shop.",
    rule: "ASVS 16.3",
    file: "lib/session/events.ts",
  };
}
