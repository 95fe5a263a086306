import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { mailTokenLifetime } from "@/lib/account/mail-tokens";
import { keepEnded, policies } from "@/lib/session/policy";
import { createCounterKey, limits, resetCounter, TooManyTries } from "./limiter";
import { tryConfirm, tryLogIn, tryMail, tryPayment, tryRegister, tryToken } from "./rules";

// On the database, as everything that is shared by all instances. Networks and addresses are each test's own.

const somewhere = () => `network-${randomUUID()}`;
const somebody = () => `guessed-${randomUUID()}@example.com`;

type Where = { network?: string | null; device?: string | null };

/** What a try comes to: whether the password was looked at, or its sender has to wait. */
async function attempt(email: string, right: boolean, { network = null, device = null }: Where) {
  try {
    return (await tryLogIn({ email, device, network }, async () => (right ? "in" : null))) ?? "wrong";
  } catch (error) {
    if (error instanceof TooManyTries) return "wait";
    throw error;
  }
}

async function guess(email: string, times: number, where: Where) {
  const answers = [];
  for (let n = 0; n < times; n++) answers.push(await attempt(email, false, where));
  return answers;
}

test("a network that guesses waits, the right password from elsewhere gets in", async () => {
  const [email, attackers, owners] = [somebody(), somewhere(), somewhere()];
  const answers = await guess(email, limits.logIn.points + 5, { network: attackers });
  expect(answers.filter((answer) => answer === "wrong")).toHaveLength(limits.logIn.points);
  expect(await attempt(email, true, { network: attackers })).toBe("wait");
  expect(await attempt(email, true, { network: owners })).toBe("in");
  expect(await attempt(email, true, { network: attackers, device: "session 1" })).toBe("in");
});

test("at once, no more than the limit are looked at", async () => {
  const [email, network] = [somebody(), somewhere()];
  const answers = await Promise.all(Array.from({ length: 25 }, () => attempt(email, false, { network })));
  expect(answers.filter((answer) => answer === "wrong")).toHaveLength(limits.logIn.points);
});

test("guessed at from many networks, each stranger has fewer tries, and the owner still gets in", async () => {
  const email = somebody();
  for (let n = 0; n < limits.account.points / 10; n++) await guess(email, 10, { network: somewhere() });
  const network = somewhere();
  const answers = await guess(email, 6, { network });
  expect(answers.filter((answer) => answer === "wrong")).toHaveLength(limits.logInUnderAttack.points);
  expect(await attempt(email, true, { network: somewhere() })).toBe("in");
});

test("one network that tries many accounts waits, and successes are not counted", async () => {
  const network = somewhere();
  for (let n = 0; n < limits.network.points; n++) {
    expect(await attempt(somebody(), true, { network })).toBe("in");
    expect(await attempt(somebody(), false, { network })).toBe("wrong");
  }
  expect(await attempt(somebody(), true, { network })).toBe("wait");
  expect(await attempt(somebody(), true, { network: somewhere() })).toBe("in");
});

test("a known browser has a limit, too", async () => {
  const email = somebody();
  const answers = await guess(email, limits.device.points + 5, { device: "session 1" });
  expect(answers.filter((answer) => answer === "wrong")).toHaveLength(limits.device.points);
});

test("a known browser that has failed too often in all is a stranger, however long it waited in between", async () => {
  const [email, device, network] = [somebody(), "session 1", somewhere()];
  await guess(email, limits.logIn.points, { network });
  for (let n = 0; n < limits.deviceInAll.points; n++) {
    expect(await attempt(email, false, { device, network })).toBe("wrong");
    if (n % 10 === 9) await resetCounter({ of: "device", key: createCounterKey(email, device) });
  }
  expect(await attempt(email, true, { device, network })).toBe("wait");
  expect(await attempt(email, true, { device: "session 2", network })).toBe("in");
});

test("getting in does not forgive what a known browser failed in all", async () => {
  const [email, device, network] = [somebody(), "session 1", somewhere()];
  await guess(email, limits.logIn.points, { network });
  for (let n = 0; n < limits.deviceInAll.points; n++) {
    expect(await attempt(email, false, { device, network })).toBe("wrong");
    if (n % 10 === 8) expect(await attempt(email, true, { device, network })).toBe("in");
  }
  expect(await attempt(email, true, { device, network })).toBe("wait");
});

test("a session that confirms is spent by its last failure, and not asked again", async () => {
  const [email, device] = [somebody(), "session 1"];
  const failing = async () => {
    await resetCounter({ of: "device", key: createCounterKey(email, device) });
    return tryConfirm({ email, device }, async () => null);
  };
  for (let n = 1; n < limits.deviceInAll.points; n++) expect(await failing()).toBeNull();
  expect(await failing()).toBe("spent");
  expect(await tryConfirm({ email, device }, async () => "in")).toBe("spent");
});

test("where the network is not known, nothing is counted against everybody", async () => {
  for (let n = 0; n < 3; n++) await tryToken(null);
  await expect(tryRegister(null, async () => null)).resolves.toBeNull();
});

for (const [what, of, once] of [
  ["registrations", "register", (network: string) => tryRegister(network, async () => "opened")],
  ["answers that an address is taken", "taken", (network: string) => tryRegister(network, async () => null)],
  ["mails", "mails", (network: string) => tryMail(network, somebody(), "lets in")],
  [
    "payments that came to nothing, in ever new sessions,",
    "networkPayments",
    (network: string) => tryPayment({ session: randomUUID(), network }, async () => ({ status: "declined" })),
  ],
  ["unknown session tokens", "tokens", (network: string) => tryToken(network)],
] as const) {
  test(`${what} of one network are counted`, async () => {
    const network = somewhere();
    for (let n = 0; n < limits[of].points; n++) await once(network);
    await expect(once(network)).rejects.toBeInstanceOf(TooManyTries);
    await once(somewhere());
  });
}

test("an IPv6 site that guesses from one network after the other waits, and another site does not", async () => {
  const site = `2001:db8:${randomUUID().slice(0, 4)}`;
  const email = somebody();
  const first = limits.account.points / limits.logIn.points;
  for (let n = 0; n < first; n++) await guess(email, limits.logIn.points, { network: `${site}:${n}::/64` });
  expect(await guess(email, 2, { network: `${site}:ffff::/64` })).toEqual(["wait", "wait"]);
  expect(await attempt(email, false, { network: "2001:db8:0:1::/64" })).toBe("wrong");
  expect(await attempt(email, true, { network: "2001:db8:0:1::/64" })).toBe("in");
});

test("what outlives a count is counted as long as it lives", () => {
  expect(limits.deviceInAll.duration * 1000).toBe(policies.remembered.absolute + keepEnded);
  expect(limits.mailbox.duration * 1000).toBe(mailTokenLifetime);
});
