import { randomUUID } from "node:crypto";
import { type Account, deleteAccount } from "./support/account";
import { sql } from "./support/database";
import { test as base, expect } from "./support/fixtures";
import type { Shopper } from "./support/shopper";

const test = base.extend<{ newcomer: Account }>({
  /** Somebody who has no account yet. What they open is gone after the test. */
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  newcomer: async ({}, use) => {
    const email = `newcomer-${randomUUID()}@example.com`;
    await use({ id: "", name: "Nico Newcomer", email, password: "four words for pots" });
    await deleteAccount(email);
  },
});

test.describe("Opening an account", () => {
  for (const javaScriptEnabled of [true, false]) {
    test(`logs in at once and keeps the cart, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
      device,
      newcomer,
    }) => {
      const shopper = await device({ account: newcomer, javaScriptEnabled });
      await shopper.open("/products/tall-mug");
      await shopper.page.getByRole("button", { name: "Add to cart" }).click();
      await expect.poll(() => shopper.cookie()).toBeDefined();
      const guest = await shopper.token();
      await register(shopper);
      await expect(shopper.page.getByRole("heading", { name: "Hello, Nico Newcomer" })).toBeVisible();
      expect(await shopper.token()).not.toBe(guest);
      expect((await shopper.cookie())?.expires).toBe(-1);
      expect((await shopper.row()).userId).toBe(await idOf(newcomer.email));
      expect(await shopper.cartRows()).toEqual([{ sku: "TAL-MOS", quantity: 1 }]);
    });

    test(`says what is wrong beside each field and loses nothing, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
      device,
      newcomer,
    }) => {
      const shopper = await device({ account: { ...newcomer, name: " ", password: "short" }, javaScriptEnabled });
      const { page } = shopper;
      await register(shopper, "not an address");
      await expect(page.getByLabel("Name")).toHaveAccessibleDescription("Please tell us your name.");
      await expect(page.getByLabel("Email")).toHaveAccessibleDescription("This does not look like an email address.");
      await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/^At least 8 characters\./);
      await expect(page.getByLabel("Email")).toHaveValue("not an address");
      await page.getByLabel("Name").fill("Nico Newcomer");
      await page.getByRole("button", { name: "Create account" }).click();
      await expect(page.getByLabel("Name")).not.toHaveAttribute("aria-invalid");
      await expect(page.getByLabel("Name")).toHaveValue("Nico Newcomer");
      await expect(page.getByLabel("Email")).toHaveValue("not an address");
      expect(await page.content()).not.toContain('value="short"');
      expect(await shopper.cookie()).toBeUndefined();
    });
  }

  test("says when there is one with this address, in any spelling, and lets nobody in", async ({ shopper }) => {
    await register(shopper, shopper.account.email.toUpperCase(), "another password");
    await expect(shopper.page.getByLabel("Email")).toHaveAccessibleDescription(
      "There is an account with this address already.",
    );
    await expect(shopper.page.getByLabel("Name")).toHaveValue(shopper.account.name);
    expect(await shopper.cookie()).toBeUndefined();
    expect(await sql(`SELECT FROM "Session" WHERE "userId" = $1`, [shopper.account.id])).toEqual([]);
  });

  test("leads back to where the shopper wanted to go, and nowhere else", async ({ device, newcomer }) => {
    const shopper = await device({ account: newcomer });
    await shopper.open("/login?next=/products/tall-mug");
    await shopper.page.getByRole("link", { name: "Create an account" }).click();
    await expect(shopper.page).toHaveURL(/\/register/);
    await fillAndSend(shopper);
    await expect(shopper.page).toHaveURL(/\/products\/tall-mug$/);
    expect((await shopper.row()).userId).toBe(await idOf(newcomer.email));
  });
});

async function register(shopper: Shopper, email = shopper.account.email, password = shopper.account.password) {
  await shopper.open("/register");
  await fillAndSend(shopper, email, password);
}

async function fillAndSend(shopper: Shopper, email = shopper.account.email, password = shopper.account.password) {
  await shopper.page.getByLabel("Name").fill(shopper.account.name);
  await shopper.page.getByLabel("Email").fill(email);
  await shopper.page.getByLabel("Password").fill(password);
  await shopper.page.getByRole("button", { name: "Create account" }).click();
}

async function idOf(email: string): Promise<string | undefined> {
  const [user] = await sql<{ id: string }>(`SELECT id FROM "User" WHERE email = $1`, [email]);
  return user?.id;
}
