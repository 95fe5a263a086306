import type { BrowserContext } from "@playwright/test";
import { sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { handedToken, otherOrigin, postForm } from "./support/plain-form";

/** What a browser writes to disk: cookies that have a date. The others go when it is closed. */
async function persistentState(context: BrowserContext) {
  const state = await context.storageState();
  return { ...state, cookies: state.cookies.filter(({ expires }) => expires > 0) };
}

test.describe("A cart is still there", () => {
  test("after a reload and in a new tab", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug", { quantity: 2 });
    const token = await shopper.token();
    await shopper.open("/cart");
    await shopper.page.reload();
    await expect(shopper.cartLine("Morning Mug")).toBeVisible();
    const tab = await shopper.context.newPage();
    await tab.goto("/products/tall-mug");
    await expect(tab.getByRole("link", { name: "Cart, 2 items" })).toBeVisible();
    expect(await shopper.token()).toBe(token);
    expect(await shopper.cartRows()).toEqual([{ sku: "MOR-TER", quantity: 2 }]);
  });

  test("after the guest has closed the browser", async ({ shopper, device }) => {
    await shopper.addToCart("Morning Mug");
    const token = await shopper.token();
    const reopened = await device({ storageState: await persistentState(shopper.context) });
    await reopened.open("/cart");
    await expect(reopened.cartLine("Morning Mug")).toBeVisible();
    expect(await reopened.token()).toBe(token);
    expect(await reopened.row()).toMatchObject({ userId: null, endedAt: null });
  });

  test("after a remembered member has closed the browser, who is still logged in", async ({ shopper, device }) => {
    await shopper.enter({ remembered: true });
    await shopper.addToCart("Morning Mug");
    const reopened = await device({ storageState: await persistentState(shopper.context) });
    await reopened.open("/cart");
    await expect(reopened.cartLine("Morning Mug")).toBeVisible();
    await expect(reopened.page.getByRole("button", { name: "Log out" })).toBeVisible();
    expect(await reopened.row()).toMatchObject({ userId: shopper.account.id, remembered: true, endedAt: null });
  });

  test("after any other member has closed the browser, once they log in again", async ({ shopper, device }) => {
    await shopper.enter();
    await shopper.addToCart("Morning Mug");
    const reopened = await device({ storageState: await persistentState(shopper.context) });
    await reopened.open("/cart");
    await expect(reopened.page.getByText("Your cart is empty")).toBeVisible();
    expect(await reopened.cookie()).toBeUndefined();
    await reopened.logIn({ next: "/cart" });
    await expect(reopened.cartLine("Morning Mug")).toBeVisible();
    expect(await reopened.cartRows()).toEqual([{ sku: "MOR-TER", quantity: 1 }]);
  });

  test("after the server was killed and started again", async ({ device, server }) => {
    const first = await server();
    const shopper = await device({ baseURL: first.origin });
    const member = await device({ baseURL: first.origin });
    await shopper.addToCart("Morning Mug");
    await member.enter();
    const token = await shopper.token();
    await first.stop();
    await server({ port: Number(new URL(first.origin).port) });
    await shopper.open("/cart");
    await expect(shopper.cartLine("Morning Mug")).toBeVisible();
    expect(await shopper.token()).toBe(token);
    await member.open("/account");
    await expect(member.page.getByRole("heading", { name: `Hello, ${member.account.name}` })).toBeVisible();
    expect(await member.row()).toMatchObject({ userId: member.account.id, endedAt: null });
  });

  test("on the other server, at every click", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    await shopper.open(`${otherOrigin}/products/tall-mug`);
    await expect(shopper.cartLink(1)).toBeVisible();
    await shopper.page.getByRole("button", { name: "Add to cart" }).click();
    await expect(shopper.cartLink(2)).toBeVisible();
    await expect.poll(() => shopper.cartRows()).toHaveLength(2);
    await shopper.logIn();
    const token = await shopper.token();
    await shopper.open(`${otherOrigin}/login`);
    await shopper.logIn({ next: "/cart" });
    expect(shopper.page.url().startsWith(otherOrigin)).toBe(true);
    expect(await shopper.token()).not.toBe(token);
    await shopper.open("/cart");
    await expect(shopper.cartLine("Morning Mug")).toBeVisible();
    await expect(shopper.cartLine("Tall Mug")).toBeVisible();
    expect(await shopper.row()).toMatchObject({ userId: shopper.account.id, endedAt: null });
  });
});

test.describe("Logging in with a full cart", () => {
  test("puts the guest's pieces to those the account has", async ({ shopper, device }) => {
    const elsewhere = await device();
    await elsewhere.enter();
    await elsewhere.addToCart("Morning Mug", { quantity: 2 });
    await elsewhere.addToCart("Dip Bowl");
    await shopper.addToCart("Morning Mug", { quantity: 3 });
    await shopper.addToCart("Tall Mug");
    const guest = await shopper.row();
    await shopper.logIn();
    await expect(shopper.page).toHaveURL(/\/account$/);
    await expect(shopper.cartLink(7)).toBeVisible();
    const merged = [
      { sku: "DIP-HON", quantity: 1 },
      { sku: "MOR-TER", quantity: 5 },
      { sku: "TAL-MOS", quantity: 1 },
    ];
    expect(await shopper.cartRows()).toEqual(merged);
    expect(await shopper.row()).toMatchObject({ id: guest.id, userId: shopper.account.id });
    expect(await sql(`SELECT FROM "Cart" WHERE "sessionId" = $1`, [guest.id])).toEqual([]);
    await elsewhere.open("/cart");
    await expect(elsewhere.cartLine("Tall Mug")).toBeVisible();
    await expect(elsewhere.cartLink(7)).toBeVisible();
  });

  for (const next of ["/account", "/checkout", "/cart"])
    for (const javaScriptEnabled of [true, false])
      test(`says at ${next} what came along, once, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
        device,
      }) => {
        const shopper = await device({ javaScriptEnabled });
        const { page } = shopper;
        const token = await addTwo();
        await shopper.carryToken(token);
        await shopper.logIn({ next });
        await expect(page).toHaveURL(new RegExp(`${next}$`));
        const said = page.getByText("We added the 2 pieces from this browser to your cart.");
        await expect(said).toBeVisible();
        const { id } = await shopper.row();
        await sql(`UPDATE "Session" SET "mergedSaidAt" = "mergedSaidAt" - interval '11 s' WHERE id = $1`, [id]);
        await page.reload();
        await expect(page.getByRole("heading").first()).toBeVisible();
        await expect(said).toBeHidden();
      });

  test("says nothing where the browser had nothing, and of one piece in the singular", async ({ shopper, device }) => {
    await shopper.logIn();
    await expect(shopper.page.getByRole("heading", { name: /^Hello/ })).toBeVisible();
    await expect(shopper.page.getByText("from this browser")).toBeHidden();
    const elsewhere = await device();
    await elsewhere.addToCart("Morning Mug");
    await elsewhere.logIn();
    await expect(elsewhere.page.getByText("We added the piece from this browser to your cart.")).toBeVisible();
  });

  test("gives no more than there are or than ten, and the cart says which", async ({ shopper, device }) => {
    const elsewhere = await device();
    await elsewhere.enter();
    await elsewhere.addToCart("Morning Mug", { quantity: 8 });
    await elsewhere.addToCart("Noodle Bowl", { glaze: "Oat" });
    await shopper.addToCart("Morning Mug", { quantity: 7 });
    await shopper.addToCart("Noodle Bowl", { glaze: "Oat", quantity: 2 });
    await shopper.addToCart("Tall Mug");
    await shopper.logIn({ next: "/products/tall-mug" });
    await expect(shopper.page).toHaveURL(/\/cart$/);
    await expect(shopper.cartLine("Morning Mug")).toContainText("You had chosen 15; 10 is what we can offer.");
    await expect(shopper.cartLine("Noodle Bowl")).toContainText("You had chosen 3; 2 is what we can offer.");
    await expect(shopper.cartLine("Tall Mug")).not.toContainText("You had chosen");
    expect(await shopper.cartRows()).toEqual([
      { sku: "MOR-TER", quantity: 10 },
      { sku: "NOO-OAT", quantity: 2 },
      { sku: "TAL-MOS", quantity: 1 },
    ]);
  });
});

test.describe("Logging out with a full cart", () => {
  test("leaves it with the account and nothing in the browser", async ({ shopper, device }) => {
    await shopper.addToCart("Morning Mug");
    await shopper.logIn();
    await shopper.logOut();
    expect(await shopper.cookie()).toBeUndefined();
    expect(await shopper.lastRow()).toMatchObject({ userId: shopper.account.id, endReason: "LOGGED_OUT" });
    await shopper.open("/cart");
    await expect(shopper.page.getByText("Your cart is empty")).toBeVisible();

    const elsewhere = await device();
    await elsewhere.logIn({ next: "/cart" });
    await expect(elsewhere.cartLine("Morning Mug")).toBeVisible();
    expect(await elsewhere.cartRows()).toEqual([{ sku: "MOR-TER", quantity: 1 }]);
  });
});

/** A guest's token with two pieces in the cart. */
async function addTwo(): Promise<string> {
  const add = (sku: string, token?: string) =>
    postForm("/products/espresso-cup", { form: "sku", fields: { sku, quantity: "1" }, token });
  const token = handedToken(await add("ESP-IRO")) ?? "";
  await add("ESP-SNO", token);
  return token;
}
