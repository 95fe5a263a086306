import { findViolations } from "./support/axe";
import {
  address,
  expect,
  fillAddress,
  fillCard,
  ordersOf,
  paymentsOf,
  placeOrder,
  postOrder,
  putInCart,
  stockOf,
  test,
  uniqueEmail,
} from "./support/buying";
import { sql } from "./support/database";

for (const width of [375, 1440]) {
  test(`a guest orders from the cart to the thanks, ${width} pixels wide`, async ({ device, piece }) => {
    const jar = await piece({ stock: 5, priceCents: 28_00 });
    const shopper = await device({ viewport: { width, height: 900 } });
    const { page } = shopper;
    await putInCart(shopper, jar, 2);
    await shopper.open("/cart");
    await page.getByRole("link", { name: "Check out" }).click();
    await expect(page.getByRole("heading", { name: "Checkout" })).toBeVisible();
    const review = page.getByRole("region", { name: "Your order" });
    await expect(review.getByText("€62.90")).toBeVisible();
    await page.getByRole("radio", { name: /Express/ }).check();
    await expect(review.getByText("€68.90")).toBeVisible();
    await fillAddress(page, { email: uniqueEmail() });
    await fillCard(page);
    expect(await findViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

    await placeOrder(page);
    await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
    const [order] = await ordersOf(jar);
    await expect(page.getByText(order?.number ?? "none")).toBeVisible();
    await expect(page.getByText("€68.90")).toBeVisible();
    await expect(page.getByText("Töpfergasse 7")).toBeVisible();
    await expect(page.getByText("Visa ending in 4242")).toBeVisible();
    await expect(shopper.cartLink(0)).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
    expect(order).toMatchObject({ totalCents: 68_90, userId: null });
    expect(await stockOf(jar)).toBe(3);
  });
}

test("everything works without JavaScript, a group at a time", async ({ device, piece }) => {
  const jar = await piece({ priceCents: 90_00 });
  const shopper = await device({ javaScriptEnabled: false });
  const { page } = shopper;
  await putInCart(shopper, jar);
  await shopper.open("/checkout");
  await fillAddress(page, { email: uniqueEmail() });
  await page.getByRole("button", { name: "Save and continue" }).first().click();
  await expect(page.getByLabel("Street and number")).toHaveValue(address["Street and number"]);
  await page.getByRole("radio", { name: /Express/ }).check();
  await fillCard(page);
  await placeOrder(page);
  await expect(page.getByRole("alert")).toContainText("With this delivery the total is €102.90.");
  expect(await ordersOf(jar)).toEqual([]);
  await expect(page.getByLabel("Card number")).toHaveValue("");
  await expect(page.getByRole("radio", { name: /Express/ })).toBeChecked();
  await fillCard(page);
  await placeOrder(page);
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  expect(await ordersOf(jar)).toEqual([expect.objectContaining({ totalCents: 102_90 })]);
});

test("problems stand beside their fields, the first one has the focus, and the rest is kept", async ({
  shopper,
  piece,
}) => {
  const { page } = shopper;
  await putInCart(shopper, await piece());
  await shopper.open("/checkout");
  await page.getByLabel("Full name").fill("Robin");
  await page.getByLabel("Email").fill("robin@");
  await page.getByLabel("Card number").fill("4242 4242 4242 4241");
  await page.getByLabel("Expiry date").fill("01/20");
  await placeOrder(page);
  const email = page.getByLabel("Email");
  await expect(email).toBeFocused();
  await expect(email).toHaveAccessibleDescription(/does not look like an email address/);
  await expect(page.getByLabel("City")).toHaveAccessibleDescription("Please enter the city.");
  await expect(page.getByLabel("Card number")).toHaveAccessibleDescription(/One digit seems to be wrong/);
  await expect(page.getByLabel("Full name")).toHaveValue("Robin");
  expect(await findViolations(page)).toEqual([]);
});

test("every field tells the browser what it is", async ({ shopper, piece }) => {
  await putInCart(shopper, await piece());
  await shopper.open("/checkout");
  const fields = shopper.page.locator("main input:not([type=hidden]):not([type=radio])");
  const tokens = await fields.evaluateAll((inputs) => inputs.map((input) => input.getAttribute("autocomplete")));
  expect(tokens).toEqual([
    "email",
    ...["shipping name", "shipping street-address", "shipping postal-code"],
    ...["shipping address-level2", "shipping country-name"],
    ...["cc-number", "cc-exp", "cc-csc"],
  ]);
});

test("a changed price is said, and nothing is ordered before it was reviewed", async ({ shopper, piece }) => {
  const jar = await piece({ priceCents: 28_00 });
  const { page } = shopper;
  await putInCart(shopper, jar);
  await shopper.open("/checkout");
  await fillAddress(page, { email: uniqueEmail() });
  await fillCard(page);
  await sql(`UPDATE "Variant" SET "priceCents" = 3100 WHERE id = $1`, [jar.variantId]);
  await placeOrder(page);
  await expect(page.getByRole("alert").first()).toContainText("costs €31.00 now; it was €28.00.");
  expect(await ordersOf(jar)).toEqual([]);
  await expect(page.getByRole("region", { name: "Your order" }).getByText("€37.90")).toBeVisible();
  await placeOrder(page);
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  expect(await ordersOf(jar)).toEqual([expect.objectContaining({ totalCents: 37_90 })]);
});

test("a member's saved addresses are offered, one press away", async ({ shopper, piece }) => {
  const { page } = shopper;
  await shopper.enter();
  await shopper.open("/account/addresses");
  for (const [label, value] of Object.entries(address)) await page.getByLabel(label).fill(value);
  await page.getByRole("button", { name: "Add address" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Töpfergasse 7" })).toBeVisible();
  await page.getByRole("link", { name: "Change Töpfergasse 7" }).click();
  await expect(page.getByLabel("Street and number")).toHaveValue(address["Street and number"]);
  await page.getByLabel("Street and number").fill("Ofenweg 1");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Ofenweg 1" })).toBeVisible();

  await putInCart(shopper, await piece());
  await shopper.open("/checkout");
  await expect(page.getByLabel("Street and number")).toHaveValue("Ofenweg 1");
  await page.getByLabel("Street and number").fill("Somewhere else 2");
  await page.getByRole("button", { name: /Send it to .*Ofenweg 1/ }).click();
  await expect(page.getByLabel("Street and number")).toHaveValue("Ofenweg 1");

  await shopper.open("/account/addresses");
  await page.getByRole("button", { name: "Delete Ofenweg 1" }).click();
  await expect(page.getByText("None yet.")).toBeVisible();
});

test("nobody changes or deletes somebody else's address", async ({ shopper, staff, device }) => {
  const [row] = await sql<{ id: string }>(
    `INSERT INTO "Address" (id, "userId", name, street, postcode, city, country)
     VALUES (gen_random_uuid(), $1, 'Robin', 'Hidden Lane 1', '10115', 'Berlin', 'Germany') RETURNING id`,
    [shopper.account.id],
  );
  const other = await device({ account: staff });
  await other.enter();
  const answer = await other.page.goto(`/account/addresses?change=${row?.id}`);
  expect(answer?.status()).toBe(404);
  await expect(other.page.getByText("Hidden Lane")).toBeHidden();
});

test("a large order asks a member whose login is old to confirm it's them, and is placed after that", async ({
  shopper,
  piece,
}) => {
  const vase = await piece({ priceCents: 180_00 });
  const { page } = shopper;
  await shopper.enter();
  await putInCart(shopper, vase, 2);
  await shopper.age({ minutes: 11 });
  await shopper.open("/checkout");
  await expect(page.getByRole("link", { name: "Confirm it’s you" })).toBeVisible();
  await fillAddress(page);
  await page.getByRole("radio", { name: /Express/ }).check();
  await fillCard(page);
  await placeOrder(page);
  await expect(page).toHaveURL(/\/confirm\?next=(\/|%2F)checkout$/);
  expect(await ordersOf(vase)).toEqual([]);
  expect(await paymentsOf(vase), "the bank was not even asked").toEqual([]);

  const before = await shopper.token();
  await page.getByLabel("Password").fill(shopper.account.password);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL("/checkout");
  expect(await shopper.token()).not.toBe(before);
  await expect(page.getByRole("link", { name: "Confirm it’s you" })).toBeHidden();
  for (const [label, value] of Object.entries(address)) await expect(page.getByLabel(label)).toHaveValue(value);
  await expect(page.getByRole("radio", { name: /Express/ })).toBeChecked();
  await expect(page.getByLabel("Card number")).toHaveValue("");
  await fillCard(page);
  await placeOrder(page);
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  expect(await ordersOf(vase)).toEqual([expect.objectContaining({ totalCents: 372_90, userId: shopper.account.id })]);
});

test("whoever makes an order large by choosing express delivery is asked on the spot to confirm it's them", async ({
  shopper,
  piece,
}) => {
  const { page } = shopper;
  const confirm = page.getByRole("link", { name: "Confirm it’s you" });
  await shopper.enter();
  await putInCart(shopper, await piece({ priceCents: 290_00 }));
  await shopper.age({ minutes: 11 });
  await shopper.open("/checkout");
  // The header knows what is in the cart: the page is awake.
  await expect(shopper.cartLink(1)).toBeVisible();
  await expect(confirm).toBeHidden();
  await page.getByRole("radio", { name: /Express/ }).check();
  await expect(confirm).toBeVisible();
  await page.getByRole("radio", { name: /Standard/ }).check();
  await expect(confirm).toBeHidden();
});

test("posting a large order straight to the shop with an old login orders nothing; one of 300 needs no fresh one", async ({
  shopper,
  piece,
}) => {
  const large = await piece({ priceCents: 300_01 });
  await shopper.enter();
  await putInCart(shopper, large);
  await shopper.age({ minutes: 11 });
  const token = await shopper.token();
  const refused = await postOrder(token);
  expect(refused.status).toBe(303);
  expect(refused.headers.get("location")).toContain("/confirm");
  expect(await ordersOf(large)).toEqual([]);

  await sql(`UPDATE "Variant" SET "priceCents" = 30000 WHERE id = $1`, [large.variantId]);
  expect((await postOrder(token)).headers.get("location")).toContain("/orders/");
  expect(await ordersOf(large)).toEqual([expect.objectContaining({ totalCents: 300_00 })]);
});

test("an empty cart has nothing to check out", async ({ shopper }) => {
  await shopper.open("/checkout");
  await expect(shopper.page).toHaveURL(/\/cart$/);
  expect(await shopper.cookie()).toBeUndefined();
});
