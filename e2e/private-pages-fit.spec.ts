import type { Page } from "@playwright/test";
import { findViolations } from "./support/axe";
import { addPiece, cards, expect, orderFields, postOrder, putInCart, test, uniqueEmail } from "./support/buying";
import { forgetGuest } from "./support/database";
import { linkIn, mailTo } from "./support/mails";
import { handedToken, postForm } from "./support/plain-form";

// WCAG 2.2 AA as far as a machine can see it, for pages that only show something to whoever bought something.

const address = {
  name: "Maximiliane Freifrau von Hohenstein-Wolkenkuckucksheim",
  street: "Donaudampfschifffahrtsgesellschaftskapitänsgasse 112b",
  postcode: "10115",
  city: "Llanfairpwllgwyngyllgogerychwyrndrobwll",
  country: "Germany",
};

/** Opens a page once and looks at it in each width: no violations, and no scrolling sideways. */
async function expectToFit(page: Page, path: string, heading: string) {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 }), path).toHaveText(heading);
  for (const width of [375, 320, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest, `${path} at ${width} px`).toBeLessThanOrEqual(width);
    if (width === 320) continue;
    const violations = await findViolations(page);
    const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    expect(said, `${path} at ${width} px`).toEqual([]);
  }
}

test("orders, addresses, checkout and the bank's question fit a member's screen and stand in nobody's way", async ({
  device,
  account,
  piece,
}) => {
  test.setTimeout(120_000);
  const shopper = await device();
  const token = handedToken(await postForm("/login", { form: "password", fields: account })) ?? "";
  await shopper.carryToken(token);
  const jar = await piece();
  for (const street of [address.street, "Töpfergasse 7"])
    await postForm("/account/addresses", { form: "Add address", fields: { ...address, street }, token });
  await putInCart(shopper, jar, 2);
  const fields = { ...orderFields(account.email), ...address };
  const placed = (await postForm("/checkout", { form: "Place order", fields, token })).headers.get("location") ?? "";
  await putInCart(shopper, jar);
  await postOrder(token, { card: cards.challenge });

  await expectToFit(shopper.page, "/account/orders", "Your orders");
  await expect(shopper.page.getByRole("link", { name: /^CJ-/ })).toHaveCount(1);
  await expectToFit(shopper.page, "/account/addresses", "Your addresses");
  await expect(shopper.page.getByText("Töpfergasse 7").first()).toBeVisible();
  await expectToFit(shopper.page, placed.replace(/\?.*/, ""), "Your order");
  await expectToFit(shopper.page, "/checkout", "Checkout");
  await expect(shopper.page.getByRole("button", { name: /Send it to .*Töpfergasse 7/ })).toBeVisible();
  await expectToFit(shopper.page, "/checkout/challenge", "Your bank asks for a code");
});

test("a guest's order, opened by the link of the e-mail, fits the screen and stands in nobody's way", async ({
  shopper,
  piece,
}) => {
  const email = uniqueEmail();
  const token = await addPiece(await piece());
  const placed = (await postOrder(token, { email })).headers.get("location") ?? "";
  const [number = ""] = placed.match(/CJ-[^?]+/) ?? [];
  const link = linkIn(await mailTo(email, `Your order ${number}`));
  expect(link).toContain("?key=");
  await expectToFit(shopper.page, link, "Your order");
  await expect(shopper.page.getByRole("button", { name: "Show my order" })).toBeVisible();
  await forgetGuest(token);
});
