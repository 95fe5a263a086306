import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { prisma, transaction } from "@/lib/db";
import { hours, minutes } from "@/lib/format/duration";
import { endSessionByToken } from "./end";
import { promoteSession } from "./login";
import { type Facts, findTimeout } from "./policy";
import { replaceToken } from "./retired-tokens";
import { extendSession, findSessionByToken, startSession } from "./store";
import { sessionSweeps } from "./sweeper";
import { createToken, hashToken } from "./token";

// Random lives of sessions on real PostgreSQL, from several devices, against a model of a few lines.

const DEVICES = 3;
const hash = (token: string | null) => (token === null ? null : hashToken(token));
const find = (token: string) => findSessionByToken(hashToken(token), { isFromBrowser: true });

type Step =
  | { do: "start" | "find" | "touch" | "rotate" | "log in" | "remember" | "log out" | "sweep"; device: number }
  | { do: "age"; device: number; by: number };

const device = fc.nat({ max: DEVICES - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom("start", "find", "touch", "rotate", "log in", "remember", "log out", "sweep"),
    device,
  }),
  fc.record({
    do: fc.constant("age"),
    device,
    by: fc.constantFrom(minutes(2), minutes(20), minutes(31), hours(25), hours(24 * 31)),
  }),
);

/** What a device's cookie stands for, by the rules alone: times count back from now. */
type Model = (Facts & { isOver: boolean }) | null;

const NOW = new Date(0);
const born = (facts: Partial<Facts>): Model => ({
  userId: null,
  role: null,
  remembered: false,
  createdAt: NOW,
  loggedInAt: null,
  lastSeenAt: NOW,
  isOver: false,
  ...facts,
});
const isLive = (model: Model) => model !== null && !model.isOver && findTimeout(model, NOW) === null;
const expected = (model: Model) => (isLive(model) ? "live" : model?.userId ? "ended" : "none");

function older(model: Model, by: number): Model {
  const back = (at: Date) => new Date(at.getTime() - by);
  return (
    model && {
      ...model,
      createdAt: back(model.createdAt),
      loggedInAt: model.loggedInAt && back(model.loggedInAt),
      lastSeenAt: back(model.lastSeenAt),
    }
  );
}

/** What one step does to the model. */
function predict(model: Model, userId: string, { do: what, ...step }: Step): Model {
  const facts = { userId, role: "CUSTOMER", loggedInAt: NOW } as const;
  if (what === "start") return isLive(model) ? model : born({});
  if (what === "log in" || what === "remember")
    return {
      ...(isLive(model) ? model : born({})),
      ...facts,
      remembered: what === "remember",
      lastSeenAt: NOW,
    } as Model;
  if (what === "log out") return model && isLive(model) ? { ...model, isOver: true } : model;
  if (what === "touch")
    return model && isLive(model) && model.lastSeenAt.getTime() <= -minutes(1) ? { ...model, lastSeenAt: NOW } : model;
  if (what === "age" && "by" in step) return older(model, step.by);
  return model;
}

/** Does one step for real and returns the token that the device holds afterwards. */
async function perform(token: string | null, userId: string, step: Step): Promise<string | null> {
  const found = token ? await find(token) : { state: "none" as const };
  const next = createToken();
  switch (step.do) {
    case "start":
      if (found.state === "live") return token;
      await transaction((tx) => startSession(tx, hashToken(next), { device: "Test" }));
      return next;
    case "log in":
    case "remember":
      await transaction(async (tx) => {
        await tx.$executeRaw`SELECT FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
        await promoteSession(tx, {
          presented: hash(token),
          next: hashToken(next),
          userId,
          remembered: step.do === "remember",
          device: "Test",
        });
      });
      return next;
    case "rotate": {
      if (found.state !== "live" || !token) return token;
      const pair = { current: hashToken(token), next: hashToken(next) };
      return (await transaction((tx) => replaceToken(tx, found.session, pair))) ? next : token;
    }
    case "touch":
      if (found.state === "live") await extendSession(found.session);
      return token;
    case "log out":
      if (token) await endSessionByToken(hashToken(token), "LOGGED_OUT");
      return token;
    case "age":
      if (token) await age(token, step.by);
      return token;
    case "sweep":
      await transaction((tx) => sessionSweeps["overdue sessions ended"](tx, 500));
      return token;
    case "find":
      return token;
  }
}

async function age(token: string, by: number) {
  await prisma().$executeRaw`
    UPDATE "Session" SET "createdAt" = "createdAt" - ${by} * interval '1 ms', "loggedInAt" = "loggedInAt" - ${by} * interval '1 ms',
      "lastSeenAt" = "lastSeenAt" - ${by} * interval '1 ms' WHERE "tokenHash" = ${hashToken(token)}`;
}

async function withUser(work: (userId: string) => Promise<void>) {
  const { id } = await prisma().user.create({ data: { email: `${randomUUID()}@model.example`, name: "Model" } });
  try {
    await work(id);
  } finally {
    await prisma().session.deleteMany({ where: { userId: id } });
    await prisma().user.delete({ where: { id } });
  }
}

test("one step after the other, every device finds what the model says", async () => {
  test.setTimeout(120_000);
  const lives = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), (steps) =>
    withUser(async (userId) => {
      const tokens: (string | null)[] = Array(DEVICES).fill(null);
      const models: Model[] = Array(DEVICES).fill(null);
      for (const step of steps) {
        const at = step.device;
        tokens[at] = await perform(tokens[at] ?? null, userId, step);
        models[at] = predict(models[at] ?? null, userId, step);
        for (const [place, token] of tokens.entries()) {
          if (token) expect((await find(token)).state, JSON.stringify(steps)).toBe(expected(models[place] ?? null));
        }
      }
    }),
  );
  await fc.assert(lives, { numRuns: 60 });
});

test("all at once, two tabs a device, sessions end once and a replaced token opens nothing", async () => {
  test.setTimeout(120_000);
  const steps = fc.array(step, { minLength: 1, maxLength: 10 });
  const lives = fc.asyncProperty(fc.array(steps, { minLength: DEVICES * 2, maxLength: DEVICES * 2 }), (tabs) =>
    withUser(async (userId) => {
      const jars = Array.from({ length: DEVICES }, () => ({ tokens: [] as string[] }));
      await Promise.all(
        tabs.map(async (steps, tab) => {
          const jar = jars[tab % DEVICES];
          for (const step of steps) {
            const token = await perform(jar?.tokens.at(-1) ?? null, userId, step);
            if (token && token !== jar?.tokens.at(-1)) jar?.tokens.push(token);
          }
        }),
      );
      await expectSound(
        userId,
        jars.flatMap(({ tokens }) => tokens),
      );
    }),
  );
  await fc.assert(lives, { numRuns: 40 });
});

async function expectSound(userId: string, tokens: string[]) {
  const hashes = [...new Set(tokens)].map((token) => hashToken(token));
  const opening = await prisma().session.findMany({ where: { tokenHash: { in: hashes }, endedAt: null } });
  const states = await Promise.all([...new Set(tokens)].map(async (token) => (await find(token)).state));
  expect(states.filter((state) => state === "live").length, "a replaced token opens nothing").toBeLessThanOrEqual(
    opening.length,
  );

  const sessions = await prisma().session.findMany({ where: { userId } });
  for (const { id, endedAt } of sessions) {
    const ends = await prisma().sessionEvent.count({ where: { sessionId: id, type: "ended" } });
    expect(ends, "an ended session has one end, a live one has none").toBe(endedAt ? 1 : 0);
  }
}
