import { execFileSync } from "node:child_process";
import { days } from "../lib/format/duration";
import { policies } from "../lib/session/policy";
import { longestSessionDays, makeSessionKey, rotateRing } from "../scripts/key-ring.mjs";
import { expect, test } from "./support/fixtures";

const daysAgo = (n: number) => new Date(Date.now() - days(n));
const names = (ring: string) => ring.split(",").map((entry) => entry.split(":")[0]);

test("a new key comes first and the others stay, in order", () => {
  const [newer, older] = [makeSessionKey(daysAgo(10)), makeSessionKey(daysAgo(40))];
  const { ring, dropped } = rotateRing(`${newer},${older}`);
  expect(ring.split(",").slice(1)).toEqual([newer, older]);
  expect(ring.split(",")[0]).toMatch(new RegExp(`^${new Date().toISOString().slice(0, 10)}-[0-9a-f]{6}:[\\w-]{43}$`));
  expect(dropped).toEqual([]);
});

test("a key goes once it sealed nothing for as long as the longest session, however old it is", () => {
  const [recent, sealedUntilRecently, longReplaced] = [30, 200, 300].map((age) => makeSessionKey(daysAgo(age)));
  const { ring, dropped } = rotateRing(`${recent},${sealedUntilRecently},${longReplaced}`);
  expect(names(ring).slice(1)).toEqual(names(`${recent},${sealedUntilRecently}`));
  expect(dropped).toEqual(names(longReplaced ?? ""));
});

test("a key whose name tells no date stays, and so does the one behind it", () => {
  const ring = `main:${"a".repeat(43)},${makeSessionKey(daysAgo(300))}`;
  expect(rotateRing(ring).ring.endsWith(ring)).toBe(true);
});

test("no session lasts longer than a key is kept", () => {
  for (const { absolute } of Object.values(policies)) expect(absolute).toBeLessThanOrEqual(days(longestSessionDays));
});

test("with SESSION_KEYS in the environment the command says what to set, in two steps, and changes nothing", () => {
  const old = makeSessionKey(daysAgo(5));
  const said = execFileSync(process.execPath, ["scripts/keys-rotate.mjs"], {
    env: { ...process.env, SESSION_KEYS: old },
    encoding: "utf8",
  });
  const [opening, sealing] = [...said.matchAll(/^SESSION_KEYS=(.*)$/gm)].map(([, ring = ""]) => ring.split(","));
  expect(opening?.[0]).toBe(old);
  expect(sealing?.[1]).toBe(old);
  expect(new Set(opening)).toEqual(new Set(sealing));
});
