import { expect, test } from "@playwright/test";
import { runAction } from "@/lib/actions/run";
import { Busy } from "@/lib/db";
import { verifyPassword } from "@/lib/users/password";
import { takeTurn } from "./turns";

/** Work that ends when it is told to. */
function startWork(begun: number[], number: number) {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const done = takeTurn({ name: "two", atOnce: 2, mayWait: 2 }, async () => {
    begun.push(number);
    await ended;
    return number;
  });
  return { done, end };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test("two work, two wait in the order they came, and the fifth is told at once", async () => {
  const begun: number[] = [];
  const [one, two, three, four, five] = [1, 2, 3, 4, 5].map((number) => startWork(begun, number));
  await expect(five?.done).rejects.toThrow(Busy);
  expect(begun).toEqual([1, 2]);
  two?.end();
  expect(await two?.done).toBe(2);
  await settle();
  expect(begun).toEqual([1, 2, 3]);
  for (const work of [one, three, four]) work?.end();
  expect(await Promise.all([one?.done, three?.done, four?.done])).toEqual([1, 3, 4]);
});

test("work that fails makes room like any other", async () => {
  const limits = { name: "one", atOnce: 1, mayWait: 0 };
  for (let turn = 0; turn < 3; turn++) {
    await expect(takeTurn(limits, () => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
  }
  expect(await takeTurn(limits, async () => "done")).toBe("done");
});

test("of a hundred passwords at once the last ones are told to come back, in words, and the next one fits again", async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => runAction(() => verifyPassword(null, "wrong password"))),
  );
  const told = answers.filter((answer) => typeof answer === "object");
  expect(answers.filter((answer) => answer === false)).toHaveLength(42);
  expect(told).toHaveLength(58);
  expect(told[0]).toMatchObject({ status: "unavailable", message: expect.stringContaining("try again") });
  expect(await verifyPassword(null, "wrong password")).toBe(false);
});
