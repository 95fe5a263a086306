import { randomUUID } from "node:crypto";
import { sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { mailsTo, mailTo } from "./support/mails";
import { handedToken, otherOrigin, postForm, shopOrigin } from "./support/plain-form";
import { ageCounter, eventDetails, readCounter, setCounter } from "./support/throttle-rows";

test.describe("Guessing a password", () => {
  test("20 wrong ones on two servers together are told to wait, the right one from elsewhere gets in (ASVS 6.3.1)", async ({
    server,
    account,
    device,
  }) => {
    test.setTimeout(120_000);
    // Behind a proxy, which says where a request comes from.
    const env = { TRUSTED_PROXIES: "1" };
    const origins = (await Promise.all([server({ env }), server({ env })])).map(({ origin }) => origin);
    const at = (address: string) => device({ baseURL: origins[0], extraHTTPHeaders: { "x-forwarded-for": address } });
    const owner = await at("198.51.100.7");
    await owner.logIn();

    const from = { "x-forwarded-for": "203.0.113.9" };
    const answers = await guess(account.email, 24, { origins, headers: from });
    expect(answers.filter((text) => text.includes("do not match"))).toHaveLength(20);
    expect(answers.filter((text) => /Too many tries\. Please wait 1\d minutes\./.test(text))).toHaveLength(4);
    const told = await eventDetails(account.id, "refused");
    expect(told.filter((detail) => "why" in detail && detail.why === "too many tries")).toHaveLength(1);

    const stranger = await at("203.0.113.9");
    await stranger.open("/login");
    await stranger.fillLogIn();
    await stranger.page.getByRole("button", { name: "Log in", exact: true }).click();
    await expect(stranger.page.getByRole("alert").first()).toContainText("Too many tries. Please wait");
    await expect(stranger.page.getByLabel("Email")).toHaveValue(account.email);
    expect(await stranger.cookie()).toBeUndefined();

    const elsewhere = await at("192.0.2.44");
    await elsewhere.logIn();
    expect((await elsewhere.row()).userId).toBe(account.id);

    // The owner's own browser knows the account, even from the attacker's network and after a timeout.
    await owner.context.setExtraHTTPHeaders(from);
    await owner.age({ minutes: 31 });
    await owner.open("/account");
    await owner.logIn();
    expect((await owner.row()).userId).toBe(account.id);
  });

  test("a server whose clock is a day ahead forgives nothing sooner", async ({ server, account }) => {
    const ahead = "globalThis.Date = class extends Date { static now() { return super.now() + 864e5 } }";
    const clock = `--import=data:text/javascript,${encodeURIComponent(ahead)}`;
    const { origin } = await server({ env: { NODE_OPTIONS: clock } });
    const origins = [shopOrigin, origin];
    const answers = await guess(account.email, 22, { origins });
    expect(answers.filter((text) => text.includes("do not match"))).toHaveLength(20);
    expect(answers.filter((text) => /Too many tries\. Please wait 1\d minutes\./.test(text))).toHaveLength(2);
  });

  test("an unknown address is answered alike", async () => {
    const answers = await guess(`nobody-${randomUUID()}@example.com`, 22);
    expect(answers.filter((text) => text.includes("do not match"))).toHaveLength(20);
    expect(answers.filter((text) => text.includes("Too many tries"))).toHaveLength(2);
  });

  test("whoever gets in is forgiven what failed before", async ({ account }) => {
    for (let round = 0; round < 2; round++) {
      await guess(account.email, 12);
      const right = { email: account.email, password: account.password };
      expect(handedToken(await postForm("/login", { form: "password", fields: right }))).toBeDefined();
    }
  });
});

test("mails to one address are counted, known or not, whichever kind", async ({ account }) => {
  for (const email of [account.email, `nobody-${randomUUID()}@example.com`]) {
    const answers: string[] = [];
    for (let round = 0; round < 4; round++) {
      const forgot = await postForm("/forgot-password", { form: "email", fields: { email } });
      const link = await postForm("/login", {
        form: "password",
        fields: { email, intent: "link" },
        origin: otherOrigin,
      });
      answers.push(await forgot.text(), await link.text());
    }
    expect(answers.filter((text) => text.includes("a mail with a link is on its way"))).toHaveLength(6);
    expect(answers.filter((text) => text.includes("Too many tries. Please wait"))).toHaveLength(2);
  }
});

const resetSubject = "Choose a new password";
const onItsWay = "a mail with a link is on its way";

const askForReset = async (email: string) =>
  (await postForm("/forgot-password", { form: "email", fields: { email } })).text();

test("what is nearly somebody's address is none: nothing is counted and nobody is mailed", async ({
  account,
  staff,
}) => {
  // Mail software would send what is for this account to the other one's owner.
  const crooked = `${account.email},1`;
  await sql(`UPDATE "User" SET email = $2 WHERE id = $1`, [staff.id, crooked]);
  for (const email of [crooked, `${account.email},2`]) {
    const asked = { form: "password", fields: { email, intent: "link" } };
    const answers = [await (await postForm("/login", asked)).text(), await askForReset(email)];
    for (const text of answers) expect(text, email).toContain("This does not look like an email address.");
    expect(await readCounter("mailbox", [email, "lets in"]), email).toBe(0);
  }
  // Had any of those been sent a mail, it would be here before this later one.
  expect(await askForReset(account.email)).toContain(onItsWay);
  await mailTo(account.email, resetSubject);
  expect(await mailsTo(crooked)).toEqual([]);
  expect(await mailsTo(account.email)).toHaveLength(1);
});

test("somebody who gives my address as theirs, again and again, does not keep me from a new password", async ({
  account,
  staff,
}) => {
  const token = handedToken(await postForm("/login", { form: "password", fields: staff }));
  const fields = { name: staff.name, email: account.email };
  const claim = async () => (await postForm("/account/security", { form: "Save", fields, token })).text();
  for (let turn = 0; turn < 6; turn++) expect(await claim()).toContain("A mail with a link is on its way");
  expect(await claim()).toContain("Too many tries. Please wait");
  expect(await askForReset(account.email)).toContain(onItsWay);
  await mailTo(account.email, resetSubject);
});

test("whoever has had six links gets another once they have stopped working, and not before", async ({ account }) => {
  const counted = [account.email, "lets in"];
  expect(await askForReset(account.email)).toContain(onItsWay);
  await setCounter("mailbox", counted, 6);
  expect(await askForReset(account.email)).toMatch(/Too many tries. Please wait 1[45] minutes/);
  await ageCounter("mailbox", counted, 14);
  expect(await askForReset(account.email)).toContain("Too many tries. Please wait 1 minute.");
  await ageCounter("mailbox", counted, 2);
  expect(await askForReset(account.email)).toContain(onItsWay);
  await mailTo(account.email, resetSubject, 2);
  expect(await mailsTo(account.email)).toHaveLength(2);
});

/** Wrong passwords, one after the other on alternating servers. */
async function guess(
  email: string,
  times: number,
  { origins = [shopOrigin, otherOrigin], headers = {} }: { origins?: string[]; headers?: Record<string, string> } = {},
): Promise<string[]> {
  const answers: string[] = [];
  for (let n = 0; n < times; n++) {
    const fields = { email, password: `wrong-${n}` };
    const origin = origins[n % 2] ?? shopOrigin;
    const form = { form: "password", fields, origin, headers: { origin, ...headers } };
    answers.push(await (await postForm("/login", form)).text());
  }
  return answers;
}
