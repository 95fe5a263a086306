import AxeBuilder from "@axe-core/playwright";
import { sql } from "./database";
import { expect, test } from "./fixtures";
import { linkIn, mailTo, usedLinks } from "./mails";
import { handedToken, otherOrigin, postForm, request } from "./plain-form";
import type { Shopper } from "./shopper";

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

  test("survives a mail scanner, and pressed in two browsers at once it lets one in", async ({ shopper, device }) => {
    await prove(shopper.account.id);
    const link = await askForLink(shopper);
    for (const method of ["GET", "HEAD"]) expect((await request(link, { method })).headers.getSetCookie()).toEqual([]);
    const pages = [shopper.page, (await device({ baseURL: otherOrigin })).page];
    for (const page of pages) await page.goto(link);
    const buttons = pages.map((page) => page.getByRole("main").getByRole("button", { name: "Log in" }));
    await Promise.all(buttons.map((button) => button.click()));
    const said = pages.map((page) =>
      page
        .getByText(/^Hello|This link no longer works/)
        .first()
        .textContent(),
    );
    const words = await Promise.all(said);
    expect(words.filter((text) => text?.startsWith("Hello"))).toHaveLength(1);
    await shopper.open(link);
    await expect(shopper.page.getByRole("alert").first()).toContainText("This link no longer works");
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
      expect((await new AxeBuilder({ page: shopper.page }).analyze()).violations).toEqual([]);
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
