import { expect, test } from "@playwright/test";
import { describeToOwner, describeToSupport, ownerEventTypes } from "./messages";
import type { EventDetail, SessionEventType } from "./record";

const event = (type: SessionEventType, detail: EventDetail = {}) => ({
  id: "1",
  at: new Date(0),
  sessionId: null,
  type,
  detail,
});

test("owners are told of new devices, replayed tokens and changes, and of nothing else", () => {
  expect(describeToOwner(event("new device", { device: "Firefox on Linux" }))).toBe(
    "You logged in on a new device: Firefox on Linux. If that was not you, change your password.",
  );
  expect(describeToOwner(event("reuse"))).toContain("An old copy of your login was used.");
  expect(describeToOwner(event("started", { device: "Firefox on Linux" }))).toBeNull();
  expect(describeToOwner(event("looked at by staff", { by: "somebody" }))).toBeNull();
  expect(ownerEventTypes).toContain("new device");
  expect(ownerEventTypes).not.toContain("ended");
});

test("support reads the reason with the number of the session's kind", () => {
  const ended = event("ended", { reason: "IDLE_TIMEOUT" });
  expect(describeToSupport(ended)).toBe("Logged out. 30 minutes passed without activity.");
  expect(describeToSupport(ended, "remembered")).toBe("Logged out. 14 days passed without activity.");
  expect(describeToSupport(event("ended", { reason: "of another version" }))).toBe("Logged out.");
});

test("an event of another version is named instead of breaking the page", () => {
  expect(describeToSupport(event("unheard of" as SessionEventType))).toBe("unheard of");
  expect(describeToOwner(event("unheard of" as SessionEventType))).toBeNull();
});
