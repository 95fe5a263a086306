import type { Page } from "@playwright/test";
import { findViolations } from "./support/axe";
import { ageColumn, eventTypes, findRow, hashOf, sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { cookieName, type Shopper } from "./support/shopper";

// /session: one browser's own session, to be looked at and shortened.

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const timer = (page: Page, name: string) => page.getByRole("timer", { name });
const idleLeft = (page: Page) => timer(page, "Time left if nobody comes");
const absoluteLeft = (page: Page) => timer(page, "Time left at the latest");
const fingerprintOf = (token: string) => hashOf(token).toString("hex").slice(0, 8);

/** Both sides show the fingerprint of the very token that the browser holds. */
async function expectFingerprint(shopper: Shopper) {
  const digits = fingerprintOf(await shopper.token());
  for (const side of ["In your browser", "In our database"]) {
    await expect(shopper.page.getByRole("region", { name: side })).toContainText(
      `${digits.slice(0, 4)} ${digits.slice(4)}`,
    );
  }
}

async function press(shopper: Shopper, name: string) {
  await button(shopper.page, name).click();
}

test.describe("The glass box", () => {
  test("shows nobody that there is nothing, and starts nothing", async ({ shopper }) => {
    await shopper.open("/session");
    const { page } = shopper;
    await expect(page.getByRole("heading", { name: "Your session", exact: true })).toBeVisible();
    await expect(page.getByRole("region", { name: "Where it stands" })).toContainText("Now: no session");
    await expect(page.getByRole("main").getByRole("link", { name: "Log in" })).toHaveAttribute(
      "href",
      "/login?next=/session",
    );
    await page.getByRole("link", { name: "Put something into the cart" }).click();
    await expect(page).toHaveURL(/\/shop\//);
    expect(await shopper.cookie()).toBeUndefined();
  });

  test("shows a guest the cookie, the row and the cart, and does not extend what it shows", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug", { quantity: 2 });
    await shopper.age({ days: 2 });
    const before = await shopper.row();
    const cookie = await shopper.cookie();
    await shopper.open("/session");
    const { page } = shopper;
    const browserSide = page.getByRole("region", { name: "In your browser" });
    for (const said of [cookieName, "Secure", "HttpOnly", "SameSite=Lax", "Path=/", /until \d+ \w+ \d{4}/]) {
      await expect(browserSide).toContainText(said);
    }
    const databaseSide = page.getByRole("region", { name: "In our database" });
    for (const said of [before.id, "guest", "2 days ago", "not yet", "1 line, 2 pieces"]) {
      await expect(databaseSide).toContainText(said);
    }
    await expectFingerprint(shopper);
    await expect(idleLeft(page)).toHaveText(/^27 days 23 h/);
    await expect(absoluteLeft(page)).toHaveText(/^87 days 23 h/);
    await expect(page.getByRole("region", { name: "Where it stands" })).toContainText("Now: guest");
    await expect(page.getByRole("region", { name: "What happened" })).toContainText("A guest’s session started");
    expect(await shopper.row()).toEqual(before);
    expect(await shopper.cookie()).toEqual(cookie);
  });

  test("counts down from what the row says", async ({ shopper }) => {
    await shopper.enter();
    await ageColumn((await shopper.row()).id, "lastSeenAt", { minutes: 20 });
    await shopper.open("/session");
    await expect(idleLeft(shopper.page)).toHaveText(/^9 min \d\d s/);
    const first = await idleLeft(shopper.page).textContent();
    await expect(idleLeft(shopper.page)).not.toHaveText(first ?? "");
    await expect(absoluteLeft(shopper.page)).toHaveText(/^23 h 59 min/);
    const { lastSeenAt, loggedInAt } = await shopper.row();
    expect((loggedInAt?.getTime() ?? 0) - lastSeenAt.getTime()).toBeGreaterThan(19 * 60_000);
    expect((await shopper.cookie())?.expires).toBe(-1);
  });

  test("says by itself when the time is up", async ({ shopper }) => {
    await shopper.logIn();
    await ageColumn((await shopper.row()).id, "lastSeenAt", { minutes: 29, seconds: 57 });
    await shopper.open("/session");
    const reason = shopper.page.getByRole("status").filter({ hasText: "30 minutes without activity" });
    await expect(reason).toBeVisible({ timeout: 15_000 });
    expect(await shopper.row()).toMatchObject({ endReason: "IDLE_TIMEOUT", explainedAt: expect.any(Date) });
    expect(await shopper.cookie()).toBeDefined();
  });

  test("shows at once that activity moved the limit", async ({ shopper }) => {
    await shopper.enter();
    await ageColumn((await shopper.row()).id, "lastSeenAt", { minutes: 20 });
    await shopper.open("/session");
    await expect(idleLeft(shopper.page)).toHaveText(/^9 min/);
    await shopper.page.getByRole("heading", { name: "Time left" }).click();
    await expect(idleLeft(shopper.page)).toHaveText(/^29 min/);
    expect((await shopper.row()).lastSeenAt.getTime()).toBeGreaterThan((await shopper.row()).createdAt.getTime());
    expect((await shopper.cookie())?.expires).toBe(-1);
  });

  test("tells which kind of login it is", async ({ device, staff }) => {
    const shopper = await device();
    await shopper.enter({ remembered: true });
    await shopper.open("/session");
    await expect(shopper.page.getByRole("region", { name: "Where it stands" })).toContainText("Now: remembered");
    await expect(idleLeft(shopper.page)).toHaveText(/^1[34] days/);
    const member = await device({ account: staff });
    await member.enter();
    await member.open("/session");
    await expect(member.page.getByRole("region", { name: "Where it stands" })).toContainText("Now: staff");
    await expect(idleLeft(member.page)).toHaveText(/^1[45] min/);
    expect([(await shopper.row()).remembered, (await member.row()).remembered]).toEqual([true, false]);
    expect((await member.cookie())?.expires).toBe(-1);
  });

  test("follows when another tab changes the session", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    await shopper.open("/session");
    const tab = await shopper.context.newPage();
    await tab.goto("/session");
    await press(shopper, "Let a day pass");
    await expect(shopper.page.getByText("A day has passed.")).toBeVisible();
    await expect(idleLeft(tab)).toHaveText(/^28 days 23 h/);
    expect(await eventTypes((await shopper.row()).id)).toEqual(["started", "aged"]);
    expect(await shopper.cookie()).toBeDefined();
  });

  for (const [who, width, colorScheme] of [
    ["nobody", 375, "light"],
    ["nobody", 1440, "dark"],
    ["a member", 375, "dark"],
    ["a member", 1440, "light"],
    ["a member", 320, "light"],
  ] as const) {
    test(`has nothing that axe objects to, for ${who} at ${width} pixels, ${colorScheme}`, async ({ device }) => {
      const shopper = await device({ viewport: { width, height: 900 }, colorScheme });
      if (who === "a member") await shopper.logIn();
      await shopper.open("/session");
      await expect(shopper.page.getByRole("heading", { name: "Your session", exact: true })).toBeVisible();
      const violations = await findViolations(shopper.page);
      expect(violations).toEqual([]);
      const overflow = await shopper.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test.describe(`Its buttons${how}`, () => {
    test("let time pass for a guest, who has plenty of it", async ({ device }) => {
      const shopper = await enterAsGuest(await device({ javaScriptEnabled }));
      // Long enough ago that any activity would be written down: these buttons are none.
      await shopper.age({ minutes: 2 });
      const before = await shopper.row();
      const cookie = await shopper.cookie();
      await press(shopper, "Let 30 minutes pass");
      await expect(shopper.page.getByRole("heading", { name: "You let 30 minutes pass" })).toBeVisible();
      await press(shopper, "Let a day pass");
      await expect(shopper.page.getByRole("heading", { name: "You let a day pass" })).toBeVisible();
      await expect(idleLeft(shopper.page)).toHaveText(/^28 days 23 h/);
      const after = await shopper.row();
      const passed = 24.5 * 3_600_000;
      expect(before.lastSeenAt.getTime() - after.lastSeenAt.getTime()).toBe(passed);
      expect(before.createdAt.getTime() - after.createdAt.getTime()).toBe(passed);
      expect(await eventTypes(after.id)).toEqual(["started", "aged", "aged"]);
      expect(await shopper.cookie()).toEqual(cookie);
    });

    test("let a member's thirty minutes pass, and the page says what that means, once", async ({ device }) => {
      const shopper = await enterAsMember(await device({ javaScriptEnabled }));
      const cookie = await shopper.cookie();
      const { id } = await shopper.row();
      await press(shopper, "Let 30 minutes pass");
      await expect(shopper.page.getByRole("status")).toContainText("30 minutes without activity");
      await expect(shopper.page.getByRole("region", { name: "Where it stands" })).toContainText("Now: ended");
      await expect(shopper.page.getByRole("main")).not.toContainText(id);
      expect(await shopper.row()).toMatchObject({ endReason: "IDLE_TIMEOUT", explainedAt: expect.any(Date) });
      expect(await shopper.cookie()).toEqual(cookie);
      await shopper.page.getByRole("main").getByRole("link", { name: "Log in" }).click();
      await expect(shopper.page).toHaveURL(/\/login\?next=\/session$/);
      await shopper.fillLogIn();
      await button(shopper.page, "Log in").click();
      await expect(shopper.page.getByRole("region", { name: "Where it stands" })).toContainText("Now: member");
      expect((await shopper.row()).id).not.toBe(id);
    });

    test("replace the key: same row, new fingerprint, old key dead", async ({ device }) => {
      const shopper = await enterAsMember(await device({ javaScriptEnabled }));
      const before = await shopper.row();
      const token = await shopper.token();
      await press(shopper, "Replace the key");
      await expect(shopper.page.getByRole("heading", { name: "The key was replaced" })).toBeVisible();
      await expectFingerprint(shopper);
      expect(await shopper.token()).not.toBe(token);
      expect((await shopper.cookie())?.expires).toBe(-1);
      const after = await shopper.row();
      expect(after).toEqual({ ...before, tokenHash: hashOf(await shopper.token()) });
      expect(await eventTypes(after.id)).toEqual(["started", "rotated"]);
      const copy = await device({ javaScriptEnabled });
      await copy.carryToken(token);
      await copy.open("/session");
      await expect(copy.page.getByRole("region", { name: "Where it stands" })).toContainText("Now: no session");
      await copy.context.clearCookies();
    });

    test("end a guest's session, and nothing is left in the browser", async ({ device }) => {
      const shopper = await enterAsGuest(await device({ javaScriptEnabled }));
      const token = await shopper.token();
      await press(shopper, "End this session");
      await expect(shopper.page.getByRole("status")).toContainText("You ended your session");
      await expect(shopper.page.getByRole("region", { name: "Where it stands" })).toContainText("Now: no session");
      expect(await shopper.cookie()).toBeUndefined();
      expect(await findRow(token)).toMatchObject({ endReason: "LOGGED_OUT" });
      await sql(`DELETE FROM "Session" WHERE "tokenHash" = $1`, [hashOf(token)]);
    });
  });
}

test.describe("The glass box keeps the secret", () => {
  test("in no page, no answer, no address and no message is there a token", async ({ shopper }) => {
    const seen: Promise<string>[] = [];
    shopper.context.on("response", (response) => {
      if (!/\.(?:woff2|avif|webp)$/.test(response.url())) seen.push(response.text().catch(() => ""));
      seen.push(Promise.resolve(response.url()));
    });
    shopper.page.on("console", (message) => seen.push(Promise.resolve(message.text())));
    await shopper.addToCart("Morning Mug");
    const tokens = [await shopper.token()];
    await shopper.logIn({ next: "/session" });
    tokens.push(await shopper.token());
    await press(shopper, "Replace the key");
    await expect(shopper.page.getByText("The key was replaced.")).toBeVisible();
    tokens.push(await shopper.token());
    await shopper.page.reload();
    await expectFingerprint(shopper);
    const everything = [...(await Promise.all(seen)), await shopper.page.content()].join("\n");
    expect(new Set(tokens).size).toBe(3);
    const isSeen = (text: string) => everything.includes(text);
    expect(isSeen(fingerprintOf(tokens[2] ?? "").slice(0, 4))).toBe(true);
    for (const token of tokens) {
      expect([token, token.slice(0, 12), token.slice(-12), hashOf(token).toString("hex")].filter(isSeen)).toEqual([]);
    }
  });

  test("and twenty new keys are enough for one session", async ({ shopper }) => {
    await enterAsGuest(shopper);
    const { id } = await shopper.row();
    await sql(
      `INSERT INTO "RetiredToken" (hash, "sessionId", authenticated, "retiredAt", "successorSeenAt")
       SELECT sha256(gen_random_uuid()::text::bytea), $1, false, now(), now() FROM generate_series(1, 20)`,
      [id],
    );
    const token = await shopper.token();
    await press(shopper, "Replace the key");
    await expect(shopper.page.getByText("This session has had enough keys.")).toBeVisible();
    expect(await shopper.token()).toBe(token);
    expect(await eventTypes(id)).toEqual(["started"]);
  });
});

async function enterAsGuest(shopper: Shopper): Promise<Shopper> {
  await shopper.open("/products/tall-mug");
  const answered = shopper.page.waitForResponse((response) => response.request().method() === "POST");
  await button(shopper.page, "Add to cart").click();
  await answered;
  await expect.poll(() => shopper.cookie()).toBeDefined();
  await shopper.open("/session");
  return shopper;
}

async function enterAsMember(shopper: Shopper): Promise<Shopper> {
  await shopper.enter();
  await shopper.open("/session");
  await expect(shopper.page.getByRole("heading", { name: "Your session", exact: true })).toBeVisible();
  return shopper;
}
