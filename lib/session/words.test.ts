import { expect, test } from "@playwright/test";
import { EndReason } from "@/lib/generated/prisma/enums";
import { days, hours, minutes, seconds } from "./policy";
import { sayDuration, sayWhy, sayWhyToSupport } from "./words";

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
  expect(sayWhy({ session: member, reason: "IDLE_TIMEOUT" })).toBe(
    "You were logged out after 30 minutes without activity. Your cart is safe.",
  );
  expect(sayWhy({ session: { ...member, remembered: true }, reason: "IDLE_TIMEOUT" })).toContain("after 14 days");
  expect(sayWhy({ session: { ...member, role: "STAFF" }, reason: "ABSOLUTE_TIMEOUT" })).toContain("at most 8 hours");
});

test("support hears the same reason about the customer, with the number of the session's kind", () => {
  expect(sayWhyToSupport("IDLE_TIMEOUT", "staff")).toBe("15 minutes passed without activity.");
  const said = Object.values(EndReason).map((reason) => sayWhyToSupport(reason, "member"));
  expect(new Set(said).size).toBe(Object.values(EndReason).length);
  expect(said.filter((sentence) => /\byou\b|[{}]/i.test(sentence))).toEqual([]);
});

test("every reason has its sentence", () => {
  const said = Object.values(EndReason).map((reason) => sayWhy({ session: member, reason }));
  expect(new Set(said).size).toBe(Object.values(EndReason).length);
});

test("durations are said in their largest unit", () => {
  expect([seconds(30), minutes(15), minutes(30), hours(8), hours(24), days(14)].map(sayDuration)).toEqual([
    "30 seconds",
    "15 minutes",
    "30 minutes",
    "8 hours",
    "24 hours",
    "14 days",
  ]);
});
