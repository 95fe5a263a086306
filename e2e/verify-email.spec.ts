import { randomUUID } from "node:crypto";
import { createAccount, deleteAccount } from "./support/account";
import { findViolations } from "./support/axe";
import { sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { linkIn, mailTo, usedLinks } from "./support/mails";
import { request } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

const subject = "Confirm your address";

test.describe("Proving one's address", () => {
  for (const javaScriptEnabled of [true, false]) {
    test(`a newcomer does it by the mail that came unasked, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
      device,
    }) => {
      const email = `newcomer-${randomUUID()}@example.com`;
      const newcomer = await device({
        account: { id: "", name: "Nico Newcomer", email, password: "four words for pots" },
        javaScriptEnabled,
      });
      await newcomer.open("/register");
      await newcomer.page.getByLabel("Name").fill("Nico Newcomer");
      await newcomer.page.getByLabel("Email").fill(email);
      await newcomer.page.getByLabel("Password").fill("four words for pots");
      await newcomer.page.getByRole("button", { name: "Create account" }).click();
      await expect(newcomer.page.getByRole("heading", { name: "Hello, Nico Newcomer" })).toBeVisible();

      const link = linkIn(await mailTo(email, subject));
      await request(link);
      expect(await provenAt(email)).toBeNull();
      await confirm(newcomer, link);
      await expect(newcomer.page.getByText(`${email} is confirmed.`)).toBeVisible();
      expect(await provenAt(email)).toBeInstanceOf(Date);
      await deleteAccount(email);
    });
  }

  test("a member asks for another mail on the account's page", async ({ shopper }) => {
    await shopper.logIn();
    await shopper.page.getByRole("link", { name: "Confirm this address" }).click();
    await shopper.page.getByRole("button", { name: "Email me a link" }).click();
    await expect(shopper.page.getByRole("status").first()).toContainText("on its way");
    await confirm(shopper, linkIn(await mailTo(shopper.account.email, subject)));
    await expect(shopper.page.getByText("is confirmed.")).toBeVisible();
    await shopper.open("/account");
    await expect(shopper.page.getByRole("link", { name: "Confirm this address" })).toHaveCount(0);
  });

  test("the link works for the account's own member alone, who logs in first where they are not", async ({
    shopper,
    device,
  }) => {
    const link = await askForLink(shopper);
    const stranger = await device({ account: await createAccount() });
    await stranger.logIn();
    await stranger.open(link);
    await expect(stranger.page.getByRole("alert").first()).toContainText("this link is for another account");
    expect(await usedLinks(shopper.account.id)).toEqual([{ purpose: "VERIFY_EMAIL", isUsed: false }]);
    await deleteAccount(stranger.account.email);

    const elsewhere = await device();
    await elsewhere.open(link);
    await expect(elsewhere.page).toHaveURL(/\/login\?next=/);
    await elsewhere.logIn();
    await elsewhere.page.getByRole("button", { name: "Confirm address" }).click();
    await expect(elsewhere.page.getByText("is confirmed.")).toBeVisible();
    expect(await usedLinks(shopper.account.id)).toEqual([{ purpose: "VERIFY_EMAIL", isUsed: true }]);
  });

  test("works once", async ({ shopper }) => {
    const link = await askForLink(shopper);
    await confirm(shopper, link);
    await expect(shopper.page.getByText("is confirmed.")).toBeVisible();
    await shopper.open(link);
    await expect(shopper.page.getByRole("alert").first()).toContainText("This link no longer works");
  });
});

for (const width of [375, 1440]) {
  test(`the pages are accessible at ${width} px`, async ({ device }) => {
    const shopper = await device({ viewport: { width, height: 800 } });
    const link = await askForLink(shopper);
    for (const path of ["/verify-email", link]) {
      await shopper.open(path);
      await expect(shopper.page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await findViolations(shopper.page)).toEqual([]);
      expect(await shopper.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}

async function askForLink(shopper: Shopper): Promise<string> {
  await shopper.logIn();
  await shopper.open("/verify-email");
  await shopper.page.getByRole("button", { name: "Email me a link" }).click();
  return linkIn(await mailTo(shopper.account.email, subject));
}

async function confirm(shopper: Shopper, link: string) {
  await shopper.open(link);
  await shopper.page.getByRole("button", { name: "Confirm address" }).click();
}

async function provenAt(email: string): Promise<Date | null | undefined> {
  const [user] = await sql<{ emailVerifiedAt: Date | null }>(`SELECT "emailVerifiedAt" FROM "User" WHERE email = $1`, [
    email,
  ]);
  return user?.emailVerifiedAt;
}
