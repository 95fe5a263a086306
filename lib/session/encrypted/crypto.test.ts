import { randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import { decrypt, encrypt, type KeyRing } from "./crypto";

const key = (kid: string): KeyRing[number] => ({ kid, key: new Uint8Array(randomBytes(32)) });
const [old, next] = [key("2026-01-01-aaaaaa"), key("2026-11-23-bbbbbb")];
const [mine, other] = ["018f0000-0000-7000-8000-000000000001", "018f0000-0000-7000-8000-000000000002"];
const address = { street: "12 Kiln Lane", city: "Bristol" };

test("what was sealed opens again, for its session and purpose", async () => {
  const sealed = await encrypt(mine, "order", address, [old]);
  expect(JSON.stringify(sealed)).not.toContain("Kiln");
  expect(await decrypt(mine, "order", sealed, [old])).toEqual(address);
});

test("the same words are never sealed to the same bytes", async () => {
  const [one, two] = [await encrypt(mine, "order", address, [old]), await encrypt(mine, "order", address, [old])];
  expect(one.iv).not.toBe(two.iv);
  expect(one.ciphertext).not.toBe(two.ciphertext);
});

test("it opens for no other session and no other purpose, even when its label is rewritten", async () => {
  const sealed = await encrypt(mine, "order", address, [old]);
  expect(await decrypt(other, "order", sealed, [old])).toBeNull();
  expect(await decrypt(mine, "mail", sealed, [old])).toBeNull();
  const relabelled = { ...sealed, aad: Buffer.from(`${other} order`).toString("base64url") };
  expect(await decrypt(other, "order", relabelled, [old])).toBeNull();
});

test("a changed byte, wherever it is, opens nothing", async () => {
  const sealed = await encrypt(mine, "order", address, [old]);
  for (const part of ["ciphertext", "iv", "tag", "aad", "protected"] as const) {
    const bytes = Buffer.from(sealed[part] ?? "", "base64url");
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    expect(await decrypt(mine, "order", { ...sealed, [part]: bytes.toString("base64url") }, [old]), part).toBeNull();
  }
});

test("the first key seals, and the one before it still opens what it sealed", async () => {
  const before = await encrypt(mine, "client", address, [old]);
  const after = await encrypt(mine, "client", address, [next, old]);
  const kidOf = ({ protected: header = "" }: { protected?: string }) =>
    JSON.parse(Buffer.from(header, "base64url").toString()).kid;
  expect([kidOf(before), kidOf(after)]).toEqual([old.kid, next.kid]);
  expect(await decrypt(mine, "client", before, [next, old])).toEqual(address);
  expect(await decrypt(mine, "client", after, [next, old])).toEqual(address);
});

test("what a lost key sealed, or a key of the same name, is nothing, and never an error", async () => {
  const sealed = await encrypt(mine, "client", address, [old]);
  expect(await decrypt(mine, "client", sealed, [next])).toBeNull();
  expect(await decrypt(mine, "client", sealed, [{ ...next, kid: old.kid }])).toBeNull();
  expect(await decrypt(mine, "client", sealed, [])).toBeNull();
});

test("what was never sealed is nothing", async () => {
  for (const value of [null, undefined, "", 1, {}, [], { ciphertext: "x" }]) {
    expect(await decrypt(mine, "client", value, [old]), String(value)).toBeNull();
  }
});

test("no other algorithm is accepted, whatever the text says", async () => {
  const sealed = await encrypt(mine, "client", address, [old]);
  const weaker = Buffer.from(JSON.stringify({ alg: "dir", enc: "A128GCM", kid: old.kid })).toString("base64url");
  expect(await decrypt(mine, "client", { ...sealed, protected: weaker }, [old])).toBeNull();
});
