import { ageSession, eventTypes, findRow } from "./database";
import { expect, test } from "./fixtures";
import type { Shopper } from "./shopper";

/** Sends the login, lets the server do it, and loses the answer on the way back. */
async function logInAndLoseTheAnswer(shopper: Shopper) {
  await shopper.open("/login");
  const cookies = await shopper.context.cookies();
  await shopper.page.route("**/login", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch();
    await route.abort();
  });
  await shopper.fillLogIn();
  await shopper.page.getByRole("button", { name: "Log in" }).click();
  await expect(shopper.page.getByRole("alert").filter({ hasText: "cannot reach the shop" })).toBeVisible();
  await shopper.page.unroute("**/login");
  // Playwright's own fetch keeps the cookie that the browser never saw.
  await shopper.context.clearCookies();
  await shopper.context.addCookies(cookies);
}

test.describe("When the answer to a login is lost", () => {
  test("the old token opens nothing, starts nothing and says to try again", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    const token = await shopper.token();
    await logInAndLoseTheAnswer(shopper);
    expect(await shopper.token()).toBe(token);

    await shopper.open("/cart");
    await expect(shopper.page.getByText("Your login is still on its way")).toBeVisible();
    await shopper.open("/products/tall-mug");
    await shopper.page.getByRole("button", { name: "Add to cart" }).click();
    await expect(shopper.page.getByRole("status")).toContainText("Please try again");
    expect(await shopper.token()).toBe(token);
    expect(await shopper.row()).toMatchObject({ userId: shopper.account.id, endedAt: null });
    expect(await shopper.cartRows()).toEqual([{ sku: "MOR-TER", quantity: 1 }]);
  });

  test("after half a minute the lost session ends, plainly and never as a theft", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    await logInAndLoseTheAnswer(shopper);
    await shopper.age({ seconds: 31 });
    await shopper.open("/cart");
    await expect(shopper.page.getByRole("status").first()).toContainText("Please log in again. Your cart is safe.");
    const lost = await shopper.row();
    expect(lost).toMatchObject({ endReason: "REPLACED" });
    expect(await eventTypes(lost.id)).not.toContain("reuse");

    await shopper.logIn();
    await shopper.open("/cart");
    await expect(shopper.cartLine("Morning Mug")).toBeVisible();
  });

  test("logging in once more at once works and leaves one live session", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    await logInAndLoseTheAnswer(shopper);
    const lost = await shopper.row();
    await shopper.logIn();
    expect((await shopper.row()).id).not.toBe(lost.id);
    expect(await shopper.cartRows()).toEqual([{ sku: "MOR-TER", quantity: 1 }]);
    await shopper.open("/account");
    await expect(shopper.page.getByRole("heading", { name: "Hello, Robin Test" })).toBeVisible();
  });
});

test.describe("A replaced token", () => {
  test("of a guest counts as none once its successor was seen, and is written down", async ({ shopper, device }) => {
    await shopper.addToCart("Morning Mug");
    const guest = await shopper.token();
    await shopper.logIn();
    const { id } = await shopper.row();

    const thief = await device();
    await thief.carryToken(guest);
    await thief.open("/cart");
    await expect(thief.page.getByText("Your login is still on its way")).toBeVisible();

    await ageSession(id, { seconds: 31 });
    await thief.open("/cart");
    await expect(thief.page.getByText("Your cart is empty")).toBeVisible();
    await thief.page.reload();
    expect((await eventTypes(id)).filter((type) => type === "reuse")).toHaveLength(1);

    await shopper.open("/account");
    await expect(shopper.page.getByRole("heading", { name: "Hello, Robin Test" })).toBeVisible();
  });

  test("that had logged somebody in ends the session, and only its owner is told", async ({ shopper, device }) => {
    await shopper.logIn();
    const first = await shopper.token();
    await shopper.logIn();
    const { id } = await shopper.row();
    expect(await shopper.token()).not.toBe(first);
    expect((await findRow(first))?.id).toBe(id);
    await shopper.open("/account");
    await ageSession(id, { seconds: 31 });

    const thief = await device();
    await thief.carryToken(first);
    await thief.open("/account");
    await expect(thief.page).toHaveURL(/\/login/);
    await expect(thief.page.getByText("old copy of your login")).toBeHidden();
    expect(await shopper.row()).toMatchObject({ endReason: "REUSE_DETECTED", explainedAt: null });
    expect(await eventTypes(id)).toEqual(["started", "rotated", "reuse", "ended"]);

    await shopper.open("/account");
    await expect(shopper.page.getByRole("status").first()).toContainText("an old copy of your login was used");
  });

  test("still logs out: ending never needs a live credential", async ({ shopper, device }) => {
    await shopper.addToCart("Morning Mug");
    const guest = await shopper.token();
    await shopper.logIn();
    const other = await device();
    await other.carryToken(guest);
    await other.open("/logout");
    await other.page.getByRole("button", { name: "Log out of this browser" }).click();
    await expect(other.page).toHaveURL("/");
    expect(await shopper.row()).toMatchObject({ endReason: "LOGGED_OUT" });
    expect(await other.cookie()).toBeUndefined();
  });
});
