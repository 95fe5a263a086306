import { expect, test } from "@playwright/test";
import { hours, minutes, seconds } from "@/lib/format/duration";
import {
  type Facts,
  findDeadlines,
  findKind,
  findTimeout,
  isFresh,
  isTouchDue,
  judgeReplay,
  measureTimeLeft,
  policies,
} from "./policy";

const now = new Date("2026-11-23T12:00:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);

/** A session of each kind that started and was last seen at `now`. */
const sessions = {
  guest: { userId: null, role: null, remembered: false, createdAt: now, loggedInAt: null, lastSeenAt: now },
  member: { userId: "u", role: "CUSTOMER", remembered: false, createdAt: now, loggedInAt: now, lastSeenAt: now },
  remembered: { userId: "u", role: "CUSTOMER", remembered: true, createdAt: now, loggedInAt: now, lastSeenAt: now },
  staff: { userId: "u", role: "STAFF", remembered: false, createdAt: now, loggedInAt: now, lastSeenAt: now },
} as const satisfies Record<string, Facts>;

const kinds = Object.keys(policies) as (keyof typeof policies)[];

for (const kind of kinds) {
  const { idle, absolute } = policies[kind];
  const session: Facts = sessions[kind];

  test(`a ${kind}'s session ends by idleness exactly at its idle limit`, () => {
    expect(findTimeout({ ...session, lastSeenAt: ago(idle - 1) }, now)).toBeNull();
    expect(findTimeout({ ...session, lastSeenAt: ago(idle) }, now)).toBe("IDLE_TIMEOUT");
    expect(findTimeout({ ...session, lastSeenAt: ago(idle + 1) }, now)).toBe("IDLE_TIMEOUT");
  });

  test(`a ${kind}'s session ends exactly at its absolute limit, however active`, () => {
    const began = (ms: number) => ({ ...session, createdAt: ago(ms), loggedInAt: session.loggedInAt && ago(ms) });
    expect(findTimeout(began(absolute - 1), now)).toBeNull();
    expect(findTimeout(began(absolute), now)).toBe("ABSOLUTE_TIMEOUT");
    expect(findTimeout(began(absolute + 1), now)).toBe("ABSOLUTE_TIMEOUT");
  });
}

test("a member's absolute limit counts from the login, not from when the guest came", () => {
  const member = { ...sessions.member, createdAt: ago(policies.guest.absolute) };
  expect(findTimeout(member, now)).toBeNull();
  expect(findDeadlines(member).absoluteAt).toEqual(new Date(now.getTime() + hours(24)));
});

test("when both limits have passed, the absolute one is the reason: no activity could have moved it", () => {
  expect(findTimeout({ ...sessions.member, loggedInAt: ago(hours(25)), lastSeenAt: ago(hours(24)) }, now)).toBe(
    "ABSOLUTE_TIMEOUT",
  );
});

test('staff who tick "Keep me logged in" still live by the staff policy', () => {
  expect(findKind({ ...sessions.staff, remembered: true })).toBe("staff");
});

test("time left is told as durations that never go below zero", () => {
  expect(measureTimeLeft(sessions.member, now)).toEqual({ idleInMs: minutes(30), absoluteInMs: hours(24) });
  expect(measureTimeLeft({ ...sessions.member, lastSeenAt: ago(hours(1)) }, now).idleInMs).toBe(0);
});

test("activity is written down at most once a minute", () => {
  expect(isTouchDue({ lastSeenAt: ago(minutes(1) - 1) }, now)).toBe(false);
  expect(isTouchDue({ lastSeenAt: ago(minutes(1)) }, now)).toBe(true);
});

test("a login is fresh for ten minutes, a guest's session never", () => {
  expect(isFresh({ authenticatedAt: ago(minutes(10) - 1) }, now)).toBe(true);
  expect(isFresh({ authenticatedAt: ago(minutes(10)) }, now)).toBe(false);
  expect(isFresh({ authenticatedAt: null }, now)).toBe(false);
});

test("a replayed token is in flight at first, then lost, and reused only once its successor was seen", () => {
  const retired = (ms: number, seenMs?: number) => ({
    retiredAt: ago(ms),
    successorSeenAt: seenMs === undefined ? null : ago(seenMs),
  });
  expect(judgeReplay(retired(seconds(30) - 1), now)).toBe("in flight");
  expect(judgeReplay(retired(seconds(30)), now)).toBe("lost");
  expect(judgeReplay(retired(hours(1), seconds(30) - 1), now)).toBe("in flight");
  expect(judgeReplay(retired(hours(1), seconds(30)), now)).toBe("reused");
});
