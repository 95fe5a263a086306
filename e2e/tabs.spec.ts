import { expect, test } from "./support/fixtures";

const account = { name: "Account", exact: true } as const;

test("logging out in one tab reaches every other at once", async ({ shopper }) => {
  await shopper.logIn();
  await shopper.open("/account");
  const reading = await shopper.context.newPage();
  await reading.goto("/products/dip-bowl");
  await expect(reading.getByRole("link", account)).toBeVisible();
  const priv = await shopper.context.newPage();
  await priv.goto("/account");
  await expect(priv.getByRole("link", account)).toBeVisible();

  await shopper.logOut();
  await expect(priv).toHaveURL(/\/login\?next=%2Faccount$/);
  await expect(reading.getByRole("link", { name: "Log in" })).toBeVisible();
  await expect(reading).toHaveURL("/products/dip-bowl");
  expect(await shopper.cookie()).toBeUndefined();
});

test("logging in in one tab reaches the others", async ({ shopper }) => {
  const other = await shopper.context.newPage();
  await other.goto("/products/dip-bowl");
  await expect(other.getByRole("link", { name: "Log in" })).toBeVisible();
  await shopper.logIn();
  await expect(other.getByRole("link", account)).toBeVisible();
  expect(await shopper.row()).toMatchObject({ userId: shopper.account.id });
});

test("an end that one tab notices reaches the others", async ({ shopper }) => {
  await shopper.logIn();
  await shopper.open("/account");
  const other = await shopper.context.newPage();
  await other.goto("/account");
  await expect(other.getByRole("link", account)).toBeVisible();
  await shopper.age({ minutes: 31 });
  await shopper.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(shopper.page).toHaveURL(/\/login/);
  await expect(other).toHaveURL(/\/login/);
  expect(await shopper.row()).toMatchObject({ endReason: "IDLE_TIMEOUT" });
});

test("after logging out, Back and Forward show nothing private", async ({ shopper }) => {
  await shopper.logIn();
  await shopper.open("/account");
  await expect(shopper.page.getByText(shopper.account.email)).toBeVisible();
  await shopper.logOut();
  await shopper.page.goBack();
  await expect(shopper.page).toHaveURL(/\/login\?next=%2Faccount$/);
  await expect(shopper.page.getByText(shopper.account.email)).toBeHidden();
  await shopper.page.goForward();
  await expect(shopper.page.getByText(shopper.account.email)).toBeHidden();
  expect(await shopper.cookie()).toBeUndefined();
});

test("what the router remembers is forgotten when another tab logs out", async ({ shopper }) => {
  await shopper.logIn();
  await shopper.open("/account");
  const email = shopper.page.getByText(shopper.account.email);
  await expect(email).toBeVisible();
  await shopper.page.getByRole("link", { name: "The Cookie Jar" }).first().click();
  await expect(shopper.page).toHaveURL("/");
  await expect(shopper.page.getByRole("link", account)).toBeVisible();

  const other = await shopper.context.newPage();
  await other.goto("/logout");
  await other.getByRole("button", { name: "Log out of this browser" }).click();
  await expect(shopper.page.getByRole("link", { name: "Log in" })).toBeVisible();
  await shopper.page.goBack();
  await expect(shopper.page).toHaveURL(/\/login/);
  await expect(email).toBeHidden();
  expect(await shopper.cookie()).toBeUndefined();
});

test("a private page that the browser had put away shows nothing until it is known whose it is", async ({
  shopper,
}) => {
  await shopper.logIn();
  await shopper.open("/account");
  await expect(shopper.page.getByRole("link", account)).toBeVisible();
  await shopper.page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  await expect(shopper.page.getByText(shopper.account.email)).toBeHidden();
  await shopper.page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(shopper.page.getByText(shopper.account.email)).toBeVisible();

  await shopper.page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  await shopper.context.clearCookies();
  await shopper.page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await expect(shopper.page).toHaveURL(/\/login/);
  await expect(shopper.page.getByText(shopper.account.email)).toBeHidden();
});

test("a guest's checkout that the browser had put away is shown again only to that guest's session", async ({
  shopper,
}) => {
  const { page } = shopper;
  const putAway = (event: "pagehide" | "pageshow") =>
    page.evaluate((name) => dispatchEvent(new PageTransitionEvent(name, { persisted: true })), event);
  await shopper.addToCart("Dip Bowl");
  await shopper.open("/checkout");
  await expect(shopper.cartLink(1)).toBeVisible();
  const heading = page.getByRole("heading", { level: 1, name: "Checkout" });
  await expect(heading).toBeVisible();
  await putAway("pagehide");
  await expect(heading).toBeHidden();
  await putAway("pageshow");
  await expect(heading).toBeVisible();

  await putAway("pagehide");
  await shopper.context.clearCookies();
  await putAway("pageshow");
  await expect(page).toHaveURL("/cart");
  await expect(page.getByText("Your cart is empty")).toBeVisible();
});

test("nothing of the shop's stays in the browser's storage after logging out", async ({ shopper }) => {
  await shopper.addToCart("Dip Bowl");
  await shopper.logIn();
  await shopper.open("/account");
  await shopper.logOut();
  const kept = await shopper.page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)]);
  expect(kept).toEqual([[], []]);
  expect(await shopper.context.cookies()).toEqual([]);
});

test("a late answer from before a logout does not bring the name back", async ({ shopper }) => {
  await shopper.logIn();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await shopper.open("/products/dip-bowl");
  await expect(shopper.page.getByRole("link", account)).toBeVisible();
  await shopper.page.route(
    "**/api/session",
    async (route) => {
      const response = await route.fetch();
      await released;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  await shopper.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  const other = await shopper.context.newPage();
  await other.goto("/logout");
  await other.getByRole("button", { name: "Log out of this browser" }).click();
  await expect(shopper.page.getByRole("link", { name: "Log in" })).toBeVisible();
  release();
  await shopper.open("/products/dip-bowl");
  await expect(shopper.page.getByRole("link", { name: "Log in" })).toBeVisible();
  expect(await shopper.cookie()).toBeUndefined();
});
