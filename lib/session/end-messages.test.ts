import { expect, test } from "@playwright/test";
import { days, formatDuration, hours, minutes, seconds } from "@/lib/format/duration";
import { EndReason } from "@/lib/generated/prisma/enums";
import { describeEnd, describeEndToSupport } from "./end-messages";

const now = new Date();
const member = {
  userId: "u",
  role: "CUSTOMER",
  remembered: false,
  createdAt: now,
  loggedInAt: now,
  lastSeenAt: now,
} as const;

test("the reason names the policy's own number", () => {
  expect(describeEnd({ session: member, reason: "IDLE_TIMEOUT" })).toBe(
    "You were logged out after 30 minutes without activity. Your cart is safe.",
  );
  expect(describeEnd({ session: { ...member, remembered: true }, reason: "IDLE_TIMEOUT" })).toContain("after 14 days");
  expect(describeEnd({ session: { ...member, role: "STAFF" }, reason: "ABSOLUTE_TIMEOUT" })).toContain(
    "at most 8 hours",
  );
});

test("support hears the same reason about the customer, with the number of the session's kind", () => {
  expect(describeEndToSupport("IDLE_TIMEOUT", "staff")).toBe("15 minutes passed without activity.");
  const said = Object.values(EndReason).map((reason) => describeEndToSupport(reason, "member"));
  expect(new Set(said).size).toBe(Object.values(EndReason).length);
  expect(said.filter((sentence) => /\byou\b|[{}]/i.test(sentence))).toEqual([]);
});

test("every reason has its sentence", () => {
  const said = Object.values(EndReason).map((reason) => describeEnd({ session: member, reason }));
  expect(new Set(said).size).toBe(Object.values(EndReason).length);
});

test("durations are said in their largest unit", () => {
  expect([seconds(30), minutes(15), minutes(30), hours(8), hours(24), days(14)].map(formatDuration)).toEqual([
    "30 seconds",
    "15 minutes",
    "30 minutes",
    "8 hours",
    "24 hours",
    "14 days",
  ]);
});
