import { existsSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { days, minutes } from "@/lib/format/duration";
import { EndReason } from "@/lib/generated/prisma/enums";
import type { EventDetail } from "@/lib/session/events/record";
import { explainEvent, explainedReasons, explainedTypes } from "./event-explanations";

const now = new Date();
const session = {
  userId: "u",
  role: "CUSTOMER",
  remembered: false,
  createdAt: now,
  loggedInAt: now,
  lastSeenAt: now,
} as const;

const every: { type: string; detail: EventDetail }[] = [
  ...explainedTypes.map((type) => ({ type, detail: { ms: minutes(30), reason: "LOGGED_OUT" } })),
  ...explainedReasons.map((reason) => ({ type: "ended", detail: { reason } })),
  { type: "started", detail: { remembered: false } },
  { type: "rotated", detail: { isConfirmed: true } },
  { type: "rotated", detail: { device: "Firefox on Linux" } },
  { type: "of another version", detail: {} },
];

for (const event of every) {
  test(`the event "${event.type}" ${JSON.stringify(event.detail)} has its words, a rule and a file that is there`, () => {
    const { title, text, rule, file } = explainEvent(event, session);
    expect(title).not.toBe("");
    expect(text).toMatch(/\.$/);
    expect(rule).toMatch(/ASVS|OWASP|NIST|RFC|WCAG/);
    expect(existsSync(file), file).toBe(true);
    expect(`${title} ${text} ${rule}`).not.toMatch(/undefined|NaN|null/);
  });
}

test("every reason for an end has its rule", () => {
  expect(explainedReasons.sort()).toEqual(Object.values(EndReason).sort());
});

test("how much time was let pass is said in its own unit", () => {
  expect(explainEvent({ type: "aged", detail: { ms: minutes(30) } }, session).title).toBe("You let 30 minutes pass");
  expect(explainEvent({ type: "aged", detail: { ms: days(1) } }, session).title).toBe("You let a day pass");
});
