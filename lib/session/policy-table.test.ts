import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { formatDuration } from "@/lib/format/duration";
import { policies, repeatNoticeFor, replayGrace, sessionLimit, touchInterval } from "./policy";

// ASVS 7.1.1: the limits that are documented are the limits that apply.

const rows = readFileSync("docs/sessions.md", "utf8")
  .split(/^## /m)
  .find((section) => section.startsWith("Policy\n"))
  ?.split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const row = (name: string) => rows?.find(([first]) => first === name);

for (const [kind, { idle, absolute }] of Object.entries(policies)) {
  test(`the documented limits of a ${kind} are the policy's, with their source`, () => {
    expect(row(kind)?.slice(0, 3)).toEqual([kind, formatDuration(idle), formatDuration(absolute)]);
    expect(row(kind)?.[3]).toMatch(/WCAG|OWASP|NIST/);
  });
}

test("the documented kinds are the policy's, and no others", () => {
  const first = rows?.findIndex(([cell]) => cell === "kind") ?? -1;
  const kinds = rows?.slice(first + 2, first + 2 + Object.keys(policies).length).map(([kind]) => kind);
  expect(kinds).toEqual(Object.keys(policies));
  expect(rows?.[first + 2 + Object.keys(policies).length]?.[0]).toBe("name");
});

test("the other documented numbers are the policy's", () => {
  expect(row("`touchInterval`")?.[1]).toBe(formatDuration(touchInterval));
  expect(row("`replayGrace`")?.[1]).toBe(formatDuration(replayGrace));
  expect(row("`repeatNoticeFor`")?.[1]).toBe(formatDuration(repeatNoticeFor));
  expect(row("`sessionLimit`")?.[1]).toBe(String(sessionLimit));
});
