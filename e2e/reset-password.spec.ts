import { randomBytes, randomUUID } from "node:crypto";
import { findViolations } from "./support/axe";
import { sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { ageLinks, linkIn, mailsTo, mailTo, usedLinks } from "./support/mails";
import { otherOrigin, peek, postForm, request } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

const subject = "Choose a new password";
const next = "a kettle for two people";

test.describe("A forgotten password", () => {
  for (const javaScriptEnabled of [true, false]) {
    test(`is replaced by the link in the mail, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
      device,
    }) => {
      const shopper = await device({ javaScriptEnabled });
      const elsewhere = await device();
      await elsewhere.logIn();
      const stolen = await elsewhere.token();

      await shopper.open("/login");
      await shopper.page.getByRole("link", { name: "Forgot your password?" }).click();
      await expect(shopper.page.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
      await ask(shopper);
      await expect(shopper.page.getByRole("status")).toContainText("a mail with a link is on its way");
      const link = linkIn(await mailTo(shopper.account.email, subject));

      await shopper.open(link);
      await expect(shopper.page.getByText(shopper.account.email)).toBeVisible();
      await choose(shopper, "password123");
      await expect(shopper.page.getByLabel("New password")).toHaveAccessibleDescription(/tried first/);
      await choose(shopper, next);
      await expect(shopper.page).toHaveURL(/\/login\?reset$/);
      await expect(shopper.page.getByText("Your new password is saved")).toBeVisible();

      for (const origin of [undefined, otherOrigin]) expect((await peek(stolen, origin)).status).toBe("ended");
      expect(await elsewhere.lastRow()).toMatchObject({ endReason: "PASSWORD_CHANGED" });
      await mailTo(shopper.account.email, "Your password was changed");
      await shopper.logIn({ password: next });
      expect((await shopper.row()).userId).toBe(shopper.account.id);
    });
  }

  test("the old password is refused from then on", async ({ shopper }) => {
    await resetTo(shopper, next);
    const old = { email: shopper.account.email, password: shopper.account.password };
    const answer = await postForm("/login", { form: "password", fields: old });
    expect(await answer.text()).toContain("Email and password do not match");
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});

test.describe("The link for a new password", () => {
  test("survives a mail scanner that opens it, and works once", async ({ shopper }) => {
    const link = await askForLink(shopper);
    for (const method of ["GET", "HEAD", "GET"]) await request(link, { method });
    expect(await usedLinks(shopper.account.id)).toEqual([{ purpose: "RESET_PASSWORD", isUsed: false }]);
    await save(shopper, link, next);
    expect(await usedLinks(shopper.account.id)).toEqual([{ purpose: "RESET_PASSWORD", isUsed: true }]);
    await shopper.open(link);
    await expect(shopper.page.getByRole("alert").first()).toContainText("This link no longer works");
  });

  test("pressed in two browsers at once, it works in one", async ({ shopper, device }) => {
    const other = await device();
    const link = await askForLink(shopper);
    const pages = [shopper.page, other.page];
    for (const page of pages) {
      await page.goto(link);
      await page.getByLabel("New password").fill(next);
    }
    await Promise.all(pages.map((page) => page.getByRole("button", { name: "Save password" }).click()));
    const said = pages.map((page) => page.getByText(/Your new password is saved|This link no longer works/).first());
    const words = await Promise.all(said.map((text) => text.textContent()));
    expect(words.filter((text) => text?.includes("is saved"))).toHaveLength(1);
  });

  test("works for 15 minutes", async ({ shopper }) => {
    const link = await askForLink(shopper);
    await ageLinks(shopper.account.id, 14);
    await shopper.open(link);
    await expect(shopper.page.getByLabel("New password")).toBeVisible();
    await ageLinks(shopper.account.id, 2);
    await choose(shopper, next);
    await expect(shopper.page.getByRole("alert").first()).toContainText("This link no longer works");
    await shopper.open(link);
    await expect(shopper.page.getByRole("alert").first()).toContainText("This link no longer works");
  });

  test("opens nothing else, and no other link opens it (SESS-08)", async ({ shopper }) => {
    const link = await askForLink(shopper);
    const token = link.split("/").at(-1) ?? "";
    await shopper.open(`/login/link/${token}`);
    await expect(shopper.page.getByRole("alert").first()).toContainText("This link no longer works");
    const home = await peek(token);
    expect(home).toEqual({ status: "none" });
    await shopper.open("/login");
    await shopper.logIn();
    await shopper.open(`/verify-email/${token}`);
    await expect(shopper.page.getByRole("alert").first()).toContainText("This link no longer works");
    expect((await request(`/reset-password/${randomBytes(32).toString("hex")}`)).status).toBe(200);
    expect(await usedLinks(shopper.account.id)).toEqual([{ purpose: "RESET_PASSWORD", isUsed: false }]);
  });

  test("is kept as a hash alone", async ({ shopper }) => {
    const token = (await askForLink(shopper)).split("/").at(-1) ?? "";
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    const rows = await sql(`SELECT t::text AS row FROM "MailToken" t WHERE "userId" = $1`, [shopper.account.id]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("is void once the account has another address", async ({ shopper }) => {
    const link = await askForLink(shopper);
    await sql(`UPDATE "User" SET email = $2 WHERE id = $1`, [shopper.account.id, `moved-${shopper.account.email}`]);
    await shopper.open(link);
    await expect(shopper.page.getByRole("alert").first()).toContainText("This link no longer works");
    await sql(`UPDATE "User" SET email = $2 WHERE id = $1`, [shopper.account.id, shopper.account.email]);
  });
});

test("nobody learns whether an address has an account (ASVS 6.3.8)", async ({ account }) => {
  const unknown = `nobody-${randomUUID()}@example.com`;
  const answers = await Promise.all(
    [account.email, unknown].map(async (email) => {
      const response = await postForm("/forgot-password", { form: "email", fields: { email } });
      const text = (await response.text()).match(/<div role="(?:status|alert)"[^>]*>[^<]*</)?.[0];
      return { status: response.status, text, cookies: response.headers.getSetCookie() };
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.text).toContain("If there is an account with this address");
  await mailTo(account.email, subject);
  expect(await mailsTo(unknown)).toEqual([]);
});

for (const width of [375, 1440]) {
  test(`the pages are accessible at ${width} px`, async ({ device }) => {
    const shopper = await device({ viewport: { width, height: 800 } });
    const link = await askForLink(shopper);
    for (const path of ["/forgot-password", link, "/reset-password/void"]) {
      await shopper.open(path);
      await expect(shopper.page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await findViolations(shopper.page)).toEqual([]);
      expect(await shopper.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}

async function ask(shopper: Shopper) {
  await shopper.page.getByLabel("Email").fill(shopper.account.email);
  await shopper.page.getByRole("button", { name: "Email me a link" }).click();
}

async function choose(shopper: Shopper, password: string) {
  await shopper.page.getByLabel("New password").fill(password);
  await shopper.page.getByRole("button", { name: "Save password" }).click();
}

async function askForLink({ account: { email } }: Shopper): Promise<string> {
  await postForm("/forgot-password", { form: "email", fields: { email } });
  return linkIn(await mailTo(email, subject));
}

async function save(shopper: Shopper, link: string, password: string) {
  await shopper.open(link);
  await choose(shopper, password);
  await expect(shopper.page).toHaveURL(/\/login\?reset$/);
}

async function resetTo(shopper: Shopper, password: string) {
  await save(shopper, await askForLink(shopper), password);
}
