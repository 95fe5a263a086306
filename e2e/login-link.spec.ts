import type { Page } from "@playwright/test";
import { findViolations } from "./support/axe";
import { addPiece, expect, test } from "./support/buying";
import { liveIds, sql } from "./support/database";
import { linkIn, mailTo, usedLinks } from "./support/mails";
import { handedToken, otherOrigin, postForm, request } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

const subject = "Your link to log in";

test.describe("Logging in by a link", () => {
  for (const javaScriptEnabled of [true, false]) {
    test(`names the account, logs in by its button and keeps the guest's cart, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
      device,
    }) => {
      const shopper = await device({ javaScriptEnabled });
      await prove(shopper.account.id);
      await shopper.open("/products/morning-mug");
      await shopper.page.getByRole("button", { name: "Add to cart" }).click();
      await expect.poll(() => shopper.cookie()).toBeDefined();
      const guest = await shopper.token();

      await shopper.open("/login");
      await shopper.page.getByLabel("Email").fill(shopper.account.email);
      await shopper.page.getByRole("button", { name: "Email me a link" }).click();
      await expect(shopper.page.getByRole("status").first()).toContainText("a mail with a link is on its way");
      await expect(shopper.page.getByLabel("Email")).toHaveValue(shopper.account.email);
      const link = linkIn(await mailTo(shopper.account.email, subject));

      await shopper.open(link);
      await expect(shopper.page.getByText(`You are about to log in as ${shopper.account.name}`)).toBeVisible();
      await shopper.page.getByRole("main").getByRole("button", { name: "Log in" }).click();
      await expect(shopper.page.getByRole("heading", { name: `Hello, ${shopper.account.name}` })).toBeVisible();
      expect(await shopper.token()).not.toBe(guest);
      expect((await shopper.cookie())?.expires).toBe(-1);
      expect(await shopper.row()).toMatchObject({ userId: shopper.account.id, remembered: false, endedAt: null });
      expect(await shopper.cartRows()).toHaveLength(1);
      expect(await usedLinks(shopper.account.id)).toEqual([{ purpose: "LOG_IN", isUsed: true }]);
    });
  }

  for (const { whose, javaScriptEnabled } of [
    { whose: "guest's", javaScriptEnabled: true },
    { whose: "member's", javaScriptEnabled: false },
  ]) {
    test(`that was asked for on the way to the checkout leads there, to the ${whose} cart, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
      device,
      piece,
    }) => {
      const jar = await piece();
      const shopper = await device({ javaScriptEnabled });
      const { page, account } = shopper;
      await prove(account.id);
      if (whose === "guest's") await shopper.carryToken(await addPiece(jar));
      else await addPiece(jar, { token: handedToken(await postForm("/login", { form: "password", fields: account })) });

      await shopper.open("/login?next=/checkout");
      await page.getByLabel("Email").fill(account.email);
      await page.getByRole("button", { name: "Email me a link" }).click();
      await expect(page.getByRole("status").first()).toContainText("a mail with a link is on its way");
      await shopper.open(linkIn(await mailTo(account.email, subject)));
      await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
      await expect(page.getByRole("heading", { name: "Checkout" })).toBeVisible();
      await expect(page).toHaveURL(/\/checkout$/);
      await expect(page.getByRole("region", { name: "Your order" }).getByText(jar.name)).toBeVisible();
      expect(await shopper.row()).toMatchObject({ userId: account.id, endedAt: null });
    });
  }

  test("remembers the browser that is to stay logged in", async ({ shopper }) => {
    await prove(shopper.account.id);
    await shopper.open(await askForLink(shopper));
    await shopper.page.getByRole("checkbox", { name: "Keep me logged in" }).check();
    await shopper.page.getByRole("main").getByRole("button", { name: "Log in" }).click();
    await expect(shopper.page.getByRole("heading", { name: `Hello, ${shopper.account.name}` })).toBeVisible();
    expect(await shopper.row()).toMatchObject({ userId: shopper.account.id, remembered: true, endedAt: null });
    const in29Days = Date.now() / 1000 + 29 * 86_400;
    expect((await shopper.cookie())?.expires).toBeGreaterThan(in29Days);
  });

  test("never tells the one it lets in that it no longer works", async ({ shopper }) => {
    const { page } = shopper;
    await prove(shopper.account.id);
    await shopper.open(await askForLink(shopper));
    const who = page.getByText(`You are about to log in as ${shopper.account.name}`);
    await expect(who).toBeVisible();
    // On its way the page looks once more whether the browser has taken the cookie: there it is held.
    const release = await shopper.holdRequests("**/api/session");
    const button = page.getByRole("main").getByRole("button", { name: "Log in" });
    await button.click();
    // The answer has brought the page anew, and there the link is used up.
    await expect(who).toBeHidden();
    await expect(button).toBeVisible();
    await expect(page.getByText("no longer works")).toBeHidden();
    release();
    await expect(page.getByRole("heading", { name: `Hello, ${shopper.account.name}` })).toBeVisible();
  });

  test("survives a mail scanner, and pressed in two browsers at once it lets one in", async ({ shopper, device }) => {
    await prove(shopper.account.id);
    const link = await askForLink(shopper);
    for (const method of ["GET", "HEAD"]) expect((await request(link, { method })).headers.getSetCookie()).toEqual([]);
    const pages = [shopper.page, (await device({ baseURL: otherOrigin })).page];
    for (const page of pages) await page.goto(link);
    const buttons = pages.map((page) => page.getByRole("main").getByRole("button", { name: "Log in" }));
    await Promise.all(buttons.map((button) => button.click()));
    // Each is told one thing for good: whoever gets in is never told in passing that the link is void.
    const hello = (page: Page) => page.getByRole("heading", { name: `Hello, ${shopper.account.name}` });
    const refused = (page: Page) => page.getByText("This link no longer works");
    for (const page of pages) await expect(hello(page).or(refused(page)).first()).toBeVisible();
    const greeted = await Promise.all(pages.map((page) => hello(page).isVisible()));
    expect(greeted.filter(Boolean)).toHaveLength(1);
    expect(await liveIds(shopper.account.id)).toHaveLength(1);
    await shopper.open(link);
    await expect(shopper.page.getByRole("alert").first()).toContainText("This link no longer works");
  });

  test("never leads to another site, whatever its address or its form says", async ({ shopper }) => {
    await prove(shopper.account.id);
    const link = await askForLink(shopper);
    const hostile = "//evil.example";
    const page = await (await request(`${link}?next=${encodeURIComponent(hostile)}`)).text();
    expect(page).toContain('name="next" value="/"');
    const answer = await postForm(link, { form: "token", fields: { next: hostile } });
    expect(answer.headers.get("location")).toBe("/login?next=%2Faccount&entered");
  });

  test("tells nobody whether an address has an account", async ({ account }) => {
    const answers = await Promise.all(
      [account.email, `nobody-${account.email}`].map(async (email) => {
        const response = await postForm("/login", { form: "password", fields: { email, intent: "link" } });
        const text = (await response.text()).match(/<div role="(?:status|alert)"[^>]*>[^<]*</)?.[0];
        return { status: response.status, text, tokens: handedToken(response) };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.text).toContain("If there is an account with this address");
  });

  test("Auth.js's own door stays shut", async () => {
    for (const path of ["/api/auth/callback/nodemailer?token=a&email=b", "/api/auth/signin/nodemailer"])
      expect((await request(path)).status).toBe(404);
  });
});

test.describe("An address that is proven for the first time", () => {
  test("loses the password of before, its other sessions end, and the page says so first", async ({
    shopper,
    device,
  }) => {
    const planter = await device();
    await planter.logIn();
    const link = await askForLink(shopper);
    await shopper.open(link);
    await expect(shopper.page.getByText("a password and addresses from before are removed")).toBeVisible();
    await shopper.page.getByRole("main").getByRole("button", { name: "Log in" }).click();
    await expect(shopper.page.getByRole("heading", { name: `Hello, ${shopper.account.name}` })).toBeVisible();

    expect(await planter.lastRow()).toMatchObject({ endReason: "PASSWORD_CHANGED" });
    const [user] = await sql(`SELECT "passwordHash", "emailVerifiedAt" FROM "User" WHERE id = $1`, [
      shopper.account.id,
    ]);
    expect(user).toMatchObject({ passwordHash: null, emailVerifiedAt: expect.any(Date) });
    const { email, password } = shopper.account;
    const answer = await postForm("/login", { form: "password", fields: { email, password } });
    expect(await answer.text()).toContain("Email and password do not match");
  });

  test("that was proven before keeps its password and its sessions", async ({ shopper, device }) => {
    await prove(shopper.account.id);
    const other = await device();
    await other.logIn();
    await press(await askForLink(shopper));
    expect(await other.row()).toMatchObject({ endedAt: null });
    await shopper.logIn();
    expect((await shopper.row()).userId).toBe(shopper.account.id);
  });
});

for (const width of [375, 1440]) {
  test(`the pages are accessible at ${width} px`, async ({ device }) => {
    const shopper = await device({ viewport: { width, height: 800 } });
    for (const path of ["/login", await askForLink(shopper)]) {
      await shopper.open(path);
      await expect(shopper.page.getByRole("main").getByRole("button", { name: "Log in" })).toBeVisible();
      expect(await findViolations(shopper.page)).toEqual([]);
      expect(await shopper.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}

async function prove(userId: string) {
  await sql(`UPDATE "User" SET "emailVerifiedAt" = now() WHERE id = $1`, [userId]);
}

async function askForLink({ account: { email } }: Shopper): Promise<string> {
  await postForm("/login", { form: "password", fields: { email, intent: "link" } });
  return linkIn(await mailTo(email, subject));
}

function press(link: string, origin?: string) {
  return postForm(link, { form: "token", ...(origin ? { origin } : {}) });
}
