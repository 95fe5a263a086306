import type { Page } from "@playwright/test";
import { addPiece, cards, expect, orderFields, postOrder, putInCart, test } from "./support/buying";
import { sql } from "./support/database";
import { linkIn, mailTo } from "./support/mails";
import { handedToken, postForm } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

// WCAG 2.2 SC 1.4.10: at 320 px nothing scrolls sideways, however long somebody's words are.

const word = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis";
const address = { name: word, street: `${word} 1`, postcode: "10115", city: word, country: "Germany" };

/** Opens each page, waits for its heading, and looks how wide it is. */
async function expectToFit(page: Page, paths: string[]) {
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    await expectNoScrolling(page, path);
  }
}

async function expectNoScrolling(page: Page, where: string) {
  const widest = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(widest, where).toBeLessThanOrEqual(320);
}

test.use({ viewport: { width: 320, height: 700 } });

test("A question of one long word pushes nothing aside", async ({ page }) => {
  await expectToFit(page, [
    `/search?q=${word}`,
    `/search?q=${word}&category=mugs`,
    `/search?q=${word}+${word.slice(0, 15)}&price=1-2`,
  ]);
  await expect(page.getByText(word.slice(0, 15)).first()).toBeVisible();
});

test("A member with long words pushes nothing aside, and the support neither", async ({
  device,
  account,
  staff,
  piece,
}) => {
  const email = `${account.id.slice(0, 4)}${word}@${word}.example`.toLowerCase();
  await sql(`UPDATE "User" SET name = $1, email = $2 WHERE id = $3`, [word, email, account.id]);
  const { page, token, jar } = await enter(await device({ viewport: { width: 320, height: 700 } }), {
    ...{ email, password: account.password },
    jar: await piece(),
  });
  await sql(`UPDATE "Product" SET name = $1 WHERE id = $2`, [word, jar.productId]);
  await postForm("/account/addresses", { form: "Add address", fields: address, token });
  const fields = { ...orderFields(email), ...address };
  const placed = (await postForm("/checkout", { form: "Place order", fields, token })).headers.get("location") ?? "";
  expect(placed).toContain("/orders/");
  await addPiece(jar, { token });
  await postOrder(token, { card: cards.challenge });
  for (const intent of ["", "link"])
    await postForm(intent ? "/login" : "/forgot-password", { form: "email", fields: { email, intent } });
  const mails = [await mailTo(email, "Choose a new password"), await mailTo(email, "Your link to log in")];
  const order = await mailTo(email, `Your order ${placed.match(/CJ-[^?]+/)?.[0]}`);

  await expectToFit(page, [
    ...["/account", "/account/orders", "/account/addresses", "/account/sessions", "/account/security", "/verify-email"],
    ...[
      "/session",
      "/login",
      "/confirm",
      "/cart",
      "/checkout",
      "/checkout/challenge",
      placed,
      placed.replace(/\?.*/, ""),
    ],
    ...["/mailbox", ...[...mails, order].map(({ id }) => `/mailbox/${id}`), ...mails.map(linkIn)],
  ]);
  await page.goto("/cart");
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText(`Removed ${word}`)).toBeVisible();
  await expectNoScrolling(page, "a piece that was taken out");
  await page.getByRole("searchbox").or(page.getByRole("combobox")).first().fill(word.slice(0, 20));
  await expectNoScrolling(page, "suggestions");

  const support = await device({ account: staff, viewport: { width: 320, height: 700 } });
  await support.logIn();
  await expectToFit(support.page, [`/admin/sessions?q=${word}`, `/admin/sessions/${account.id}`]);
});

test("What was typed into a form and refused pushes nothing aside", async ({ page }) => {
  await page.goto("/register");
  await page.getByLabel("Name").fill(`${word}${word}`);
  await page.getByLabel("Email").fill(word);
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByLabel("Name")).toHaveAccessibleDescription(/at most/);
  await expectNoScrolling(page, "/register");
});

/** Logs in by plain HTTP and puts a piece into the cart. */
async function enter<Jar extends Parameters<typeof addPiece>[0]>(
  shopper: Shopper,
  { jar, ...fields }: { email: string; password: string; jar: Jar },
) {
  const token = handedToken(await postForm("/login", { form: "password", fields })) ?? "";
  await shopper.carryToken(token);
  await putInCart(shopper, jar, 2);
  return { page: shopper.page, token, jar };
}
