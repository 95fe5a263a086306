import { randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import type { Page } from "@playwright/test";
import { deleteAccount, forgetAccount } from "./support/account";
import { sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { mailTo } from "./support/mails";
import { handedToken, postForm } from "./support/plain-form";

// What people type, paste and have filled in: other scripts, other spellings of the same, and what nobody sees.

test.describe("A password", () => {
  const composed = "café für zwei";
  const decomposed = composed.normalize("NFD");

  test("opens the account however the keyboard spells it, and whatever blanks it types", async ({ device }) => {
    const email = `newcomer-${randomUUID()}@example.com`;
    const shopper = await device({ account: { id: "", name: "Nico", email, password: composed } });
    await shopper.open("/register");
    await shopper.page.getByLabel("Name").fill("Nico");
    await shopper.page.getByLabel("Email").fill(email);
    await shopper.page.getByLabel("Password").fill(composed);
    await shopper.page.getByRole("button", { name: "Create account" }).click();
    await expect(shopper.page.getByRole("heading", { name: "Hello, Nico" })).toBeVisible();
    await shopper.logOut();
    await shopper.logIn({ password: decomposed.replaceAll(" ", "\u00a0") });
    await expect(shopper.page.getByRole("button", { name: "Log out" })).toBeVisible();
    for (const password of [composed.toUpperCase(), "cafe für zwei"])
      expect(handedToken(await postForm("/login", { form: "password", fields: { email, password } }))).toBeUndefined();
    await deleteAccount(email);
  });

  test("that was hashed in the spelling of its day still opens the account", async ({ account }) => {
    await sql(`UPDATE "User" SET "passwordHash" = $1 WHERE id = $2`, [await hash(decomposed), account.id]);
    const logIn = (password: string) =>
      postForm("/login", { form: "password", fields: { email: account.email, password } });
    expect(handedToken(await logIn(decomposed))).toBeDefined();
    expect(handedToken(await logIn(`${decomposed}x`))).toBeUndefined();
  });

  test("is counted in characters, and one that is too long is told so in our words", async ({ account }) => {
    const register = async (password: string) => {
      const fields = { name: "Nico", email: `newcomer-${randomUUID()}@example.com`, password };
      return (await postForm("/register", { form: "password", fields })).text();
    };
    expect(await register("🫖".repeat(7))).toContain("At least 8 characters.");
    expect(await register("🫖".repeat(129))).toContain("At most 128 characters.");
    const fields = { email: account.email, password: "x".repeat(129) };
    expect(await (await postForm("/login", { form: "password", fields })).text()).toContain("At most 128 characters.");
  });
});

test.describe("A name", () => {
  for (const [what, name, said] of [
    ["that nobody can see", "\u200b\u3164\u2800", "Please tell us your name."],
    ["that turns the words about it round", "Robin \u202etseT", "There is a character in it that we cannot read."],
  ] as const)
    test(`${what} is refused beside the field`, async ({ shopper: { page } }) => {
      await page.goto("/register");
      await page.getByLabel("Name").fill(name);
      await page.getByLabel("Email").fill("somebody@example.com");
      await page.getByLabel("Password").fill("four words for pots");
      await page.getByRole("button", { name: "Create account" }).click();
      await expect(page.getByLabel("Name")).toHaveAccessibleDescription(said);
      await expect(page.getByLabel("Email")).toHaveValue("somebody@example.com");
    });

  test("from before that was refused turns no words of ours round, on pages, in titles and in mails", async ({
    device,
    account,
  }) => {
    // Only a proven address is greeted by a name.
    const named = `UPDATE "User" SET name = $1, "emailVerifiedAt" = statement_timestamp() WHERE id = $2`;
    await sql(named, ["Robin \u202etseT", account.id]);
    const shopper = await device({ javaScriptEnabled: false });
    await shopper.carryToken(handedToken(await postForm("/login", { form: "password", fields: account })) ?? "");
    await shopper.open("/login");
    const goOn = shopper.page.getByRole("link", { name: "Go on" });
    expect(await readsFromTheLeft(goOn)).toBe(true);
    await postForm("/forgot-password", { form: "email", fields: { email: account.email } });
    const { text, html } = await mailTo(account.email, "Choose a new password");
    expect(text).toContain("Hello \u2068Robin tseT\u2069,");
    expect(html).toContain("Hello <bdi>Robin tseT</bdi>,");
  });

  test("in Hebrew stands where it belongs, and is written the same everywhere", async ({ device, account }) => {
    await sql(`UPDATE "User" SET name = 'נועה' WHERE id = $1`, [account.id]);
    const shopper = await device();
    await shopper.logIn();
    for (const path of ["/account", "/session"]) {
      await shopper.open(path);
      await expect(shopper.page.locator("main bdi").filter({ hasText: "נועה" }).first()).toHaveCSS(
        "unicode-bidi",
        "isolate",
      );
    }
    await expect(shopper.page.getByRole("link", { name: "Account" })).toHaveAttribute(
      "title",
      "Logged in as \u2068נועה\u2069",
    );
  });
});

/** Whether the first letter of some words is seen left of their last. */
async function readsFromTheLeft(words: ReturnType<Page["locator"]>): Promise<boolean> {
  return words.evaluate((element) => {
    const text = element.firstChild as Text;
    const leftOf = (at: number) => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect().left;
    };
    return leftOf(0) < leftOf(text.length - 1);
  });
}

test.describe("An email address", () => {
  for (const [typed, again] of [
    ["robin@пример.рф", "ROBIN@XN--E1AFMKFD.XN--P1AI"],
    ["a&b@example.com", "\u200b A&B@Example.com\u00a0"],
    ["robin@xn--mnchen-3ya.example", "robin@mu\u0308nchen.example"],
    ["ｒｏｂｉｎ@example.com", "robin@example.com"],
    ["робин@пример.рф", "РОБИН@пример.рф"],
  ] as const)
    test(`such as ${typed} is one mailbox in every spelling`, async () => {
      const own = (address: string) => `${randomId}.${address.trim().replace(/^\u200b ?/, "")}`;
      const randomId = randomUUID();
      const fields = { name: "Nico", email: own(typed), password: "four words for pots" };
      const opened = handedToken(await postForm("/register", { form: "password", fields })) ?? "";
      const [user] = await sql<{ id: string; email: string }>(`SELECT id, email FROM "User" WHERE email LIKE $1`, [
        `${randomId}.%`,
      ]);
      const entered = await postForm("/login", {
        form: "password",
        fields: { ...fields, email: ` ${own(again)}\u200b` },
      });
      const taken = await postForm("/register", { form: "password", fields: { ...fields, email: own(again) } });
      await mailTo(user?.email ?? "", "Confirm your address");
      if (user) await forgetAccount(user.id);
      expect(opened).not.toBe("");
      expect(handedToken(entered)).toBeDefined();
      expect(await taken.text()).toContain("There is an account with this address already.");
    });

  test("that mail cannot reach, or could read as two, is refused", async () => {
    for (const email of [
      "a@shop.example,b@example.com",
      "a，b@example.com",
      "robin@exa_mple.com",
      "робин@",
      "\u200b@example.com",
    ]) {
      const answer = await postForm("/forgot-password", { form: "email", fields: { email } });
      expect(await answer.text(), email).toContain("This does not look like an email address.");
    }
  });
});
