import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import {
  address,
  cards,
  expect,
  fillAddress,
  fillCard,
  ordersOf,
  type Piece,
  paymentsOf,
  placeOrder,
  putInCart,
  test,
  uniqueEmail,
} from "./support/buying";
import { sql } from "./support/database";
import { otherOrigin } from "./support/plain-form";
import type { Shopper } from "./support/shopper";
import { tablesWith } from "./support/tables";

/** Types the address and waits until the server has it. */
async function typeAddress({ page }: Shopper, options: Parameters<typeof fillAddress>[1] = {}) {
  await fillAddress(page, options);
  const isWhole = (body: string | null) => body?.includes('"country":"Germany"') ?? false;
  const kept = page.waitForResponse((response) => isWhole(response.request().postData()));
  await page.getByLabel("Country").blur();
  expect((await kept).ok()).toBe(true);
}

async function expectAddress(page: Page) {
  for (const [label, value] of Object.entries(address)) await expect(page.getByLabel(label)).toHaveValue(value);
}

async function finish(page: Page) {
  await fillCard(page);
  await placeOrder(page);
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
}

test("a reload, going back, a second tab and the other server lose nothing typed", async ({ shopper, piece }) => {
  const jar = await piece();
  const { page } = shopper;
  await putInCart(shopper, jar);
  await shopper.open("/checkout");
  await typeAddress(shopper, { email: uniqueEmail() });
  await page.reload();
  await expectAddress(page);
  await page.getByRole("radio", { name: /Express/ }).check();
  await page.getByRole("link", { name: "Change", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Your cart" })).toBeVisible();
  await page.goBack();
  await expectAddress(page);

  const tab = await shopper.context.newPage();
  await tab.goto("/checkout");
  await expectAddress(tab);
  await expect(tab.getByRole("radio", { name: /Express/ })).toBeChecked();
  await tab.goto(`${otherOrigin}/checkout`);
  await expectAddress(tab);
  await finish(tab);
  expect(await ordersOf(jar)).toHaveLength(1);
});

test("what is kept is sealed: no row holds it in words", async ({ shopper, piece }) => {
  await putInCart(shopper, await piece());
  await shopper.open("/checkout");
  const [email, name, street] = [uniqueEmail(), `Robin ${randomUUID()}`, `Töpfergasse ${randomUUID()}`];
  await typeAddress(shopper, { email, "Full name": name, "Street and number": street });
  const { id } = await shopper.row();
  const [row] = await sql<{ text: string }>(`SELECT s::text AS text FROM "Session" s WHERE id = $1`, [id]);
  expect(row?.text).toContain("ciphertext");
  for (const secret of [email, name, street]) expect(await tablesWith(secret), secret).toEqual([]);
  await shopper.page.reload();
  await expect(shopper.page.getByLabel("Street and number")).toHaveValue(street);
});

test("two tabs that fill in different groups both keep theirs", async ({ shopper, piece }) => {
  await putInCart(shopper, await piece());
  await shopper.open("/checkout");
  const tab = await shopper.context.newPage();
  await tab.goto("/checkout");
  await typeAddress(shopper, { email: uniqueEmail() });
  const kept = tab.waitForResponse((response) => response.url().endsWith("/api/session/draft"));
  await tab.getByRole("radio", { name: /Express/ }).check();
  await kept;
  await tab.reload();
  await expectAddress(tab);
  await expect(tab.getByRole("radio", { name: /Express/ })).toBeChecked();
});

for (const javaScriptEnabled of [true, false]) {
  test(`a member who is logged out in the middle comes back to the same form ${
    javaScriptEnabled ? "with" : "without"
  } JavaScript`, async ({ device, piece }) => {
    const jar = await piece();
    const shopper = await device({ javaScriptEnabled });
    const { page } = shopper;
    await shopper.enter();
    await putInCart(shopper, jar);
    await shopper.open("/checkout");
    await fillAddress(page);
    await fillCard(page);
    await shopper.age({ minutes: 31 });
    await placeOrder(page);
    await expect(page).toHaveURL(/\/login\?next=/);
    await expect(page.getByRole("status").first()).toContainText("30 minutes without activity");
    expect(await ordersOf(jar)).toEqual([]);
    await shopper.logIn();
    await expect(page).toHaveURL(/\/checkout$/);
    await expectAddress(page);
    await expect(page.getByLabel("Card number")).toHaveValue("");
    await finish(page);
    expect(await ordersOf(jar)).toEqual([expect.objectContaining({ userId: shopper.account.id })]);
  });
}

test("a guest who logs in in the middle finds what was typed, and orders as a member", async ({ shopper, piece }) => {
  const jar = await piece();
  const { page } = shopper;
  await putInCart(shopper, jar);
  await shopper.open("/checkout");
  await page.getByRole("radio", { name: /Express/ }).check();
  await typeAddress(shopper, { email: uniqueEmail() });
  await page.getByRole("main").getByRole("link", { name: "Log in" }).click();
  await expect(page).toHaveURL(/\/login\?next=/);
  await shopper.logIn();
  await expect(page).toHaveURL(/\/checkout$/);
  await expectAddress(page);
  await expect(page.getByRole("radio", { name: /Express/ })).toBeChecked();
  await finish(page);
  expect(await ordersOf(jar)).toEqual([expect.objectContaining({ userId: shopper.account.id })]);
});

for (const what of ["sends the code", "reloads the page"]) {
  test(`a member whose session ends at the bank's question and who ${what} logs in again and orders once`, async ({
    shopper,
    piece,
  }) => {
    const jar = await piece();
    const { page } = shopper;
    const question = page.getByRole("heading", { name: "Your bank asks for a code" });
    await shopper.enter();
    await putInCart(shopper, jar);
    await shopper.open("/checkout");
    await fillAddress(page);
    await fillCard(page, cards.challenge);
    await placeOrder(page);
    await expect(question).toBeVisible();
    await shopper.age({ minutes: 31 });
    if (what === "sends the code") await sendCode(page, jar);
    else await page.reload();
    await expect(page).toHaveURL(/\/login\?next=/);
    await expect(page.getByRole("status").first()).toContainText("30 minutes without activity");
    expect(await ordersOf(jar)).toEqual([]);

    await shopper.logIn();
    await expect(page.getByRole("heading", { name: "Checkout" }).or(question)).toBeVisible();
    await shopper.open("/checkout");
    await expectAddress(page);
    await fillCard(page, cards.challenge);
    await placeOrder(page);
    await expect(question).toBeVisible();
    await sendCode(page, jar);
    await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
    expect(await ordersOf(jar)).toEqual([expect.objectContaining({ userId: shopper.account.id })]);
    expect(await paymentsOf(jar)).toEqual([{ status: "USED", last4: "3155", code: null }]);
  });
}

/** Answers the bank's question, as the demo's bank wants it. */
async function sendCode(page: Page, piece: Piece) {
  const [{ code } = { code: "" }] = await paymentsOf(piece);
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Confirm payment" }).click();
}

test("a guest who comes back after the session's end and logs in finds what was typed", async ({ shopper, piece }) => {
  const jar = await piece();
  await putInCart(shopper, jar);
  await shopper.open("/checkout");
  await typeAddress(shopper, { email: uniqueEmail() });
  await shopper.age({ days: 31 });
  await shopper.open("/checkout");
  await expect(shopper.page.getByText("Your cart is empty")).toBeVisible();
  await shopper.logIn();
  await putInCart(shopper, jar);
  await shopper.open("/checkout");
  await expectAddress(shopper.page);
  await finish(shopper.page);
  expect(await ordersOf(jar)).toEqual([expect.objectContaining({ userId: shopper.account.id })]);
});

test("somebody else who logs in at the same browser finds nothing of it", async ({ shopper, staff, device, piece }) => {
  const jar = await piece();
  await shopper.enter();
  await putInCart(shopper, jar);
  await shopper.open("/checkout");
  await typeAddress(shopper);
  await shopper.age({ minutes: 31 });
  const other = await device({ account: staff, storageState: await shopper.context.storageState() });
  await other.enter();
  await putInCart(other, jar);
  await other.open("/checkout");
  await expect(other.page.getByLabel("Street and number")).toHaveValue("");
});

test("a server that is killed in the middle loses nothing, and the other one takes the order", async ({
  device,
  server,
  piece,
}) => {
  const jar = await piece();
  const first = await server();
  const shopper = await device({ baseURL: first.origin });
  const { page } = shopper;
  await putInCart(shopper, jar);
  await shopper.open("/checkout");
  await typeAddress(shopper, { email: uniqueEmail() });
  await fillCard(page);
  await first.stop();
  await placeOrder(page);
  await expect(page.getByRole("alert").first()).toContainText("We cannot reach the shop just now.");
  await expectAddress(page);
  expect(await ordersOf(jar)).toEqual([]);
  await page.goto(`${otherOrigin}/checkout`);
  await expectAddress(page);
  await finish(page);
  expect(await ordersOf(jar)).toHaveLength(1);
});
