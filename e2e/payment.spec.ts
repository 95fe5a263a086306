import { nameDraft } from "../lib/session/encrypted/draft-place";
import { readEncrypted } from "../lib/session/encrypted/store";
import {
  addPiece,
  cards,
  expect,
  fillAddress,
  fillCard,
  filled,
  orderFields,
  ordersOf,
  paymentsOf,
  placeOrder,
  postOrder,
  putInCart,
  stockOf,
  test,
  uniqueEmail,
} from "./support/buying";
import { forgetGuest, sql } from "./support/database";
import { postForm, request, shopOrigin } from "./support/plain-form";
import { readServerLogs } from "./support/server-logs";
import { tablesWith, tablesWithWord } from "./support/tables";

const refusals = [
  { card: cards.decline, says: "Your bank declined this card." },
  { card: cards.insufficient, says: "There is not enough money on this card." },
  { card: cards.timeout, says: "The bank did not answer in time." },
  { card: "4111 1111 1111 1111", says: "Only the test cards can be used here." },
];

for (const { card, says } of refusals) {
  test(`"${says}" leaves the cart as it was, and another card pays`, async ({ shopper, piece }) => {
    const jar = await piece({ stock: 3 });
    const { page } = shopper;
    await putInCart(shopper, jar);
    await shopper.open("/checkout");
    await fillAddress(page, { email: uniqueEmail() });
    await fillCard(page, card);
    await placeOrder(page);
    await expect(page.getByRole("alert").first()).toContainText(says);
    expect(await ordersOf(jar)).toEqual([]);
    expect(await stockOf(jar)).toBe(3);
    await fillCard(page);
    await placeOrder(page);
    await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
    expect(await ordersOf(jar)).toHaveLength(1);
    expect(await paymentsOf(jar)).toEqual([{ status: "USED", last4: "4242", code: null }]);
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`the bank's question is answered ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    device,
    piece,
  }) => {
    const jar = await piece();
    const shopper = await device({ javaScriptEnabled });
    const { page } = shopper;
    await putInCart(shopper, jar);
    await shopper.open("/checkout");
    await fillAddress(page, { email: uniqueEmail() });
    await fillCard(page, cards.challenge);
    await placeOrder(page);
    await expect(page.getByRole("heading", { name: "Your bank asks for a code" })).toBeVisible();
    expect(await ordersOf(jar)).toEqual([]);
    await page.getByLabel("Code").fill("not it");
    await page.getByRole("button", { name: "Confirm payment" }).click();
    await expect(page.getByLabel("Code")).toHaveAccessibleDescription(/This is not the code/);
    const [{ code } = { code: "" }] = await paymentsOf(jar);
    await page.getByLabel("Code").fill(code);
    await page.getByRole("button", { name: "Confirm payment" }).click();
    await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
    expect(await ordersOf(jar)).toHaveLength(1);
    expect(await paymentsOf(jar)).toEqual([{ status: "USED", last4: "3155", code: null }]);
  });
}

test("three wrong codes decline the payment", async ({ shopper, piece }) => {
  const jar = await piece();
  const { page } = shopper;
  await putInCart(shopper, jar);
  await shopper.open("/checkout");
  await fillAddress(page, { email: uniqueEmail() });
  await fillCard(page, cards.challenge);
  await placeOrder(page);
  for (const place of [1, 2, 3]) {
    await expect(page.getByRole("button", { name: "Confirm payment" })).not.toHaveAttribute("aria-disabled", "true");
    await page.getByLabel("Code").fill(`wrong ${place}`);
    const answered = page.waitForResponse((response) => response.request().headers()["next-action"] !== undefined);
    await page.getByRole("button", { name: "Confirm payment" }).click();
    await answered;
  }
  await expect(page).toHaveURL(/\/checkout\?declined$/);
  await expect(page.getByRole("alert").first()).toContainText("Your bank did not confirm the payment.");
  expect(await paymentsOf(jar)).toEqual([{ status: "DECLINED", last4: "3155", code: null }]);
  expect(await ordersOf(jar)).toEqual([]);
});

test("after twenty payments in an hour that came to nothing the bank is not asked any more", async ({ piece }) => {
  const jar = await piece();
  const token = await addPiece(jar);
  const page = await (await request("/checkout", { token })).text();
  const pay = (card: string) =>
    request("/checkout", { method: "POST", body: filled(page, { card }), token, headers: { origin: shopOrigin } });
  for (let n = 0; n < 20; n++)
    expect(await (await pay(cards.decline)).text()).toContain("Your bank declined this card.");
  expect(await (await pay(cards.approve)).text()).toMatch(/Too many tries\. Please wait (1 hour|\d+ minutes)/);
  expect(await paymentsOf(jar)).toEqual([{ status: "DECLINED", last4: "0002", code: null }]);
  expect(await ordersOf(jar)).toEqual([]);

  const other = await postOrder(await addPiece(jar));
  expect(other.headers.get("location")).toContain("/orders/");
  await sql(
    `UPDATE "Throttle" SET "expiresAt" = "expiresAt" - interval '1 hour' WHERE key LIKE 'payments:%' AND points > 20`,
  );
  expect((await pay(cards.approve)).headers.get("location")).toContain("/orders/");
  expect(await ordersOf(jar)).toHaveLength(2);
});

test("a card's number is nowhere: not in any table, not on any page", async ({ shopper, piece }) => {
  const jar = await piece();
  const { page } = shopper;
  const numbers = [cards.approve, cards.approve.replaceAll(" ", "")];
  // No time, price or id stands by itself and looks like this.
  const securityCode = "0917";
  await putInCart(shopper, jar);
  await shopper.open("/checkout");
  await fillCard(page, cards.approve, { securityCode });
  await placeOrder(page);
  await expect(page.getByLabel("City")).toHaveAttribute("aria-invalid", "true");
  const { id } = await shopper.row();
  const opened = JSON.stringify(await readEncrypted(id, nameDraft({ path: "/checkout" })));
  expect(opened).toContain("delivery");
  for (const secret of [...numbers, securityCode]) expect(opened).not.toContain(secret);
  await page.reload();
  await expect(page.getByLabel("Card number")).toHaveValue("");
  await fillAddress(page, { email: uniqueEmail() });
  await fillCard(page, cards.approve, { securityCode });
  await placeOrder(page);
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();

  const seen = [await page.content(), ...readServerLogs()];
  for (const number of numbers) {
    expect(seen.filter((text) => text.includes(number))).toEqual([]);
    expect(await tablesWith(number)).toEqual([]);
  }
  expect(seen.filter((text) => new RegExp(`\\b${securityCode}\\b`).test(text))).toEqual([]);
  expect(await tablesWithWord(securityCode)).toEqual([]);
  expect(await paymentsOf(jar)).toEqual([{ status: "USED", last4: "4242", code: null }]);
});

test("an expiry date as long as a form may be is refused, and nobody waits for that", async ({ server, piece }) => {
  const jar = await piece();
  // A server of its own: one that thinks about it for minutes would stop all other tests.
  const { origin } = await server();
  const token = await addPiece(jar);
  const fields = { ...orderFields(uniqueEmail()), expiry: `1${" ".repeat(100_000)}x` };
  let isAnswered = false;
  const posted = postForm("/checkout", { form: "Place order", fields, token, origin }).finally(() => {
    isAnswered = true;
  });
  do {
    expect((await request("/api/health/live", { origin })).status).toBe(200);
  } while (!isAnswered);
  expect(await (await posted).text()).toContain("Please enter month and year, such as 04 / 29.");
  expect(await ordersOf(jar)).toEqual([]);
  await forgetGuest(token);
});
