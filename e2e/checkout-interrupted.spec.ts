import type { Page } from "@playwright/test";
import { address, expect, fillAddress, fillCard, ordersOf, placeOrder, putInCart, test, uniqueEmail } from "./buying";
import { sql } from "./database";
import { otherOrigin } from "./plain-form";
import type { Shopper } from "./shopper";

/** Types the address and waits until the server has it. */
async function typeAddress({ page }: Shopper, options: { email?: string } = {}) {
  await fillAddress(page, options);
  const isWhole = (body: string | null) => body?.includes("country=Germany") ?? false;
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
  const email = uniqueEmail();
  await typeAddress(shopper, { email });
  const { id } = await shopper.row();
  const [row] = await sql<{ text: string }>(`SELECT s::text AS text FROM "Session" s WHERE id = $1`, [id]);
  expect(row?.text).toContain("ciphertext");
  for (const secret of [email, address["Street and number"], address["Full name"]])
    expect(row?.text).not.toContain(secret);
});

test("two tabs that fill in different groups both keep theirs", async ({ shopper, piece }) => {
  await putInCart(shopper, await piece());
  await shopper.open("/checkout");
  const tab = await shopper.context.newPage();
  await tab.goto("/checkout");
  await typeAddress(shopper, { email: uniqueEmail() });
  const kept = tab.waitForResponse((response) => response.url().endsWith("/api/checkout"));
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
    await shopper.logIn();
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
  await shopper.logIn();
  await putInCart(shopper, jar);
  await shopper.open("/checkout");
  await typeAddress(shopper);
  await shopper.age({ minutes: 31 });
  const other = await device({ account: staff, storageState: await shopper.context.storageState() });
  await other.logIn();
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
