import { expect, test } from "@playwright/test";
import { formatAgo, formatInstant } from "./dates";

const now = new Date("2026-11-23T17:55:30Z");
const ago = (seconds: number) => formatAgo(new Date(now.getTime() - seconds * 1000), now);

test("an instant is said with its time zone", () => {
  expect(formatInstant(now)).toBe("23 November 2026 at 17:55 UTC");
});

test("how long ago is said in the largest unit that has passed", () => {
  expect([-5, 59, 60, 3_599, 3_600, 86_399, 86_400, 12 * 86_400].map(ago)).toEqual([
    "just now",
    "just now",
    "1 minute ago",
    "59 minutes ago",
    "1 hour ago",
    "23 hours ago",
    "yesterday",
    "12 days ago",
  ]);
});
