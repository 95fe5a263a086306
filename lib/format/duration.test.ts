import { expect, test } from "@playwright/test";
import { days, formatTimeAgo, formatTimeLeft, hours, minutes, seconds } from "./duration";

const say = (ms: number) =>
  formatTimeLeft(ms)
    .map(({ count, unit }) => `${count} ${unit}`)
    .join(" ");

test("what is left is said in its two largest units, rounded up to the second", () => {
  expect(say(minutes(30))).toBe("30 min 00 s");
  expect(say(minutes(30) - 1)).toBe("30 min 00 s");
  expect(say(minutes(29) + seconds(5))).toBe("29 min 05 s");
  expect(say(hours(24))).toBe("24 h 00 min");
  expect(say(hours(24) - seconds(1))).toBe("23 h 59 min");
  expect(say(days(13) + hours(6))).toBe("13 days 06 h");
  expect(say(seconds(9))).toBe("9 s");
  expect(say(-5)).toBe("0 s");
});

test("what is past is said in its largest unit", () => {
  expect([0, 5, 59, 60, 119, 3600, 7200, 86_400, 259_200].map((s) => formatTimeAgo(seconds(s)))).toEqual([
    "just now",
    "5 seconds ago",
    "59 seconds ago",
    "1 minute ago",
    "1 minute ago",
    "1 hour ago",
    "2 hours ago",
    "1 day ago",
    "3 days ago",
  ]);
});
