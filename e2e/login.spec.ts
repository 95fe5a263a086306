import { randomBytes } from "node:crypto";
import { createAccount, deleteAccount } from "./support/account";
import { findRow, sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { handedToken, peek, postForm, request, shopOrigin } from "./support/plain-form";
import { Shopper } from "./support/shopper";

test.describe("Logging in", () => {
  test("opens the account, says so in the header and in the row", async ({ shopper }) => {
    await shopper.logIn();
    await expect(shopper.page).toHaveURL(/\/account$/);
    await expect(shopper.page.getByRole("heading", { name: `Hello, ${shopper.account.name}` })).toBeVisible();
    await expect(shopper.page.getByRole("link", { name: "Account" })).toBeVisible();
    await expect(shopper.page.getByRole("button", { name: "Log out" })).toBeVisible();
    expect(await shopper.token()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await shopper.row()).toMatchObject({ userId: shopper.account.id, remembered: false, endedAt: null });
  });

  test("takes the address in any spelling", async ({ shopper, account }) => {
    await shopper.open("/login");
    await shopper.fillLogIn();
    await shopper.page.getByLabel("Email").fill(`  ${account.email.toUpperCase()} `);
    await shopper.page.getByRole("button", { name: "Log in" }).click();
    await expect(shopper.page).toHaveURL(/\/account$/);
    expect((await shopper.row()).userId).toBe(account.id);
  });

  test("works without JavaScript", async ({ device }) => {
    const shopper = await device({ javaScriptEnabled: false });
    await shopper.open("/account");
    await expect(shopper.page).toHaveURL(/\/login\?next=%2Faccount$/);
    await shopper.logIn({ remembered: true });
    await expect(shopper.page.getByRole("heading", { name: `Hello, ${shopper.account.name}` })).toBeVisible();
    expect((await shopper.cookie())?.expires).toBeGreaterThan(0);
    expect(await shopper.row()).toMatchObject({ userId: shopper.account.id, remembered: true });
  });

  test("shows in the demo who can, and they can", async ({ shopper }) => {
    await shopper.open("/login");
    await expect(shopper.page.getByText("ada@example.com")).toBeVisible();
    const password = process.env.DEMO_PASSWORD ?? "";
    await expect(shopper.page.getByText(password)).toBeVisible();
    const ada = new Shopper(shopper.page, shopper.context, { ...shopper.account, email: "ada@example.com", password });
    await ada.logIn();
    await expect(ada.page.getByRole("heading", { name: "Hello, Ada Moreau" })).toBeVisible();
    await ada.logOut();
    expect((await ada.lastRow()).endReason).toBe("LOGGED_OUT");
  });
});

test("Cookies of another program that uses Auth.js do not stop a login, however broken they are", async ({
  account,
}) => {
  const names = ["callback-url", "csrf-token", "session-token"];
  const planted = ["", "__Secure-", "__Host-"].flatMap((prefix) =>
    names.map((name) => `${prefix}authjs.${name}=rubbish`),
  );
  const entered = await postForm("/login", {
    form: "password",
    fields: { email: account.email, password: account.password },
    headers: { origin: shopOrigin, cookie: planted.join("; ") },
  });
  expect(await peek(handedToken(entered) ?? "")).toMatchObject({ status: "member", name: account.name });
  expect(entered.headers.getSetCookie()).toHaveLength(1);
});

test.describe("A login that does not fit", () => {
  for (const javaScriptEnabled of [true, false]) {
    test(`keeps the address and not the password, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
      device,
    }) => {
      const shopper = await device({ javaScriptEnabled });
      await shopper.open("/login");
      await shopper.fillLogIn({ password: "not the password" });
      await shopper.page.getByRole("button", { name: "Log in" }).click();
      await expect(shopper.page.getByRole("alert").first()).toHaveText(
        "Email and password do not match. Please try again.",
      );
      await expect(shopper.page.getByLabel("Email")).toHaveValue(shopper.account.email);
      if (!javaScriptEnabled) await expect(shopper.page.getByLabel("Password")).toHaveValue("");
      expect(await shopper.page.content()).not.toContain("not the password");
      expect(await shopper.cookie()).toBeUndefined();
      expect(await liveSessions(shopper.account.id)).toBe(0);
    });
  }

  test("says what is missing beside the field", async ({ shopper }) => {
    await shopper.open("/login");
    await shopper.page.getByRole("button", { name: "Log in" }).click();
    await expect(shopper.page.getByLabel("Email")).toHaveAccessibleDescription("Please enter your email.");
    await expect(shopper.page.getByLabel("Password")).toHaveAccessibleDescription("Please enter your password.");
    expect(await shopper.cookie()).toBeUndefined();
  });

  test("answers alike for a wrong password, an unknown address and a closed account", async ({ account }) => {
    const closed = await createAccount();
    await sql(`UPDATE "User" SET "disabledAt" = now() WHERE id = $1`, [closed.id]);
    const answers = await Promise.all(
      [
        { email: account.email, password: "not the password" },
        { email: `nobody-${account.email}`, password: account.password },
        { email: closed.email, password: closed.password },
      ].map(async (fields) => {
        const response = await postForm("/login", { form: "password", fields });
        const [, text] = (await response.text()).match(/<div role="alert"[^>]*>([^<]*)</) ?? [];
        return { status: response.status, text, cookies: response.headers.getSetCookie() };
      }),
    );
    await deleteAccount(closed.email);
    const alike = { status: 200, text: "Email and password do not match. Please try again.", cookies: [] };
    expect(answers).toEqual([alike, alike, alike]);
  });
});

test.describe("The token of before", () => {
  test("a guest's opens nothing after the login", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    const before = await shopper.token();
    await shopper.logIn();
    expect(await shopper.token()).not.toBe(before);
    await expectDead(before);
    expect(await shopper.row()).toMatchObject({ userId: shopper.account.id, endedAt: null });
  });

  test("a member's opens nothing after the next login", async ({ shopper }) => {
    await shopper.logIn();
    const before = await shopper.token();
    const row = await shopper.row();
    await shopper.open("/login");
    await shopper.logIn();
    expect(await shopper.token()).not.toBe(before);
    await expectDead(before);
    expect(await shopper.row()).toMatchObject({ id: row.id, endedAt: null });
  });

  test("somebody else's session in the same browser ends, and says so", async ({ shopper, staff }) => {
    await shopper.logIn();
    const before = await shopper.token();
    const second = new Shopper(shopper.page, shopper.context, staff);
    await second.open("/login");
    await second.logIn();
    expect((await second.row()).userId).toBe(staff.id);
    expect(await findRow(before)).toMatchObject({ userId: shopper.account.id, endReason: "SWITCHED_USER" });
    const message = expect.stringContaining("somebody else logged in at this browser");
    expect(await peek(before)).toEqual({ status: "ended", message });
    expect((await request("/account", { token: before })).headers.get("location")).toMatch(/^\/login/);
  });
});

test.describe("A cookie planted in somebody's browser", () => {
  test("gives the one who planted it nothing once they log in", async ({ shopper, device }) => {
    const attacker = await device();
    await attacker.addToCart("Dip Bowl");
    const planted = await attacker.token();
    await shopper.carryToken(planted);
    await shopper.logIn();
    expect(await shopper.token()).not.toBe(planted);

    await expectDead(planted);
    await attacker.open("/account");
    await expect(attacker.page).toHaveURL(/\/login/);
    await attacker.open("/products/tall-mug");
    await attacker.page.getByRole("button", { name: "Add to cart" }).click();
    await expect(attacker.page.getByRole("status")).toContainText("Please try again");
    expect(await shopper.cartRows()).toEqual([{ sku: "DIP-HON", quantity: 1 }]);
    await shopper.open("/account");
    await expect(shopper.page.getByRole("heading", { name: `Hello, ${shopper.account.name}` })).toBeVisible();
  });

  test("is not taken over when the shop never gave it out", async ({ shopper }) => {
    const invented = randomBytes(32).toString("base64url");
    await shopper.carryToken(invented);
    await shopper.addToCart("Dip Bowl");
    expect(await shopper.token()).not.toBe(invented);
    await shopper.carryToken(invented);
    await shopper.logIn();
    expect(await shopper.token()).not.toBe(invented);
    expect(await findRow(invented)).toBeUndefined();
  });
});

/** No page for members, no name, on neither server. */
async function expectDead(token: string) {
  for (const origin of [process.env.BASE_URL, process.env.BASE_URL_2]) {
    expect(await peek(token, origin)).toEqual({ status: "none" });
    const account = await request("/account", { token, origin });
    expect(account.status).toBe(307);
    expect(account.headers.get("location")).toBe("/login?next=%2Faccount");
  }
}

async function liveSessions(userId: string): Promise<number> {
  return (await sql(`SELECT FROM "Session" WHERE "userId" = $1 AND "endedAt" IS NULL`, [userId])).length;
}
