import { expect, test } from "./support/fixtures";
import { hold } from "./support/hold";
import type { Shopper } from "./support/shopper";

// A shopper who is faster than the server: the piece is being added, and they are on their way already.

const plate = { name: "Side Plate", path: "/products/side-plate", sku: "SID-CEL" };

/** Presses "Add to cart", does `meanwhile` before the server can answer, and lets it answer. */
async function whileAdding({ page }: Shopper, meanwhile: () => Promise<void>) {
  const stock = await hold(`SELECT FROM "Variant" WHERE sku = $1 FOR UPDATE`, [plate.sku]);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await stock.waited();
  await meanwhile();
  await stock.letGo();
}

test.describe("Going on before a piece is in the cart", () => {
  // They hold the same row.
  test.describe.configure({ mode: "default" });

  for (const [which, before] of Object.entries({ first: [], second: ["Morning Mug"] })) {
    test(`shows the ${which} piece in the cart that is opened`, async ({ shopper }) => {
      for (const name of before) await shopper.addToCart(name);
      await shopper.open(plate.path);
      await expect(shopper.cartLink(before.length)).toBeVisible();
      await whileAdding(shopper, () => shopper.cartLink(before.length + 1).click());
      for (const name of [...before, plate.name]) await expect(shopper.cartLine(name)).toBeVisible();
      await expect(shopper.cartLink(before.length + 1)).toBeVisible();
    });
  }

  test("leads where the last press leads", async ({ shopper }) => {
    await shopper.open(plate.path);
    await whileAdding(shopper, async () => {
      await shopper.cartLink(1).click();
      await shopper.page.getByRole("link", { name: "Privacy" }).click();
    });
    await expect(shopper.page).toHaveURL(/\/privacy$/);
    await shopper.page.goBack();
    await expect(shopper.page).toHaveURL(plate.path);
    expect(await shopper.cartRows()).toEqual([{ sku: plate.sku, quantity: 1 }]);
  });

  test("to search keeps it", async ({ shopper }) => {
    await shopper.open(plate.path);
    await whileAdding(shopper, async () => {
      await shopper.page.getByRole("searchbox").fill("teapot");
      await shopper.page.getByRole("searchbox").press("Enter");
    });
    await expect(shopper.page).toHaveURL(/\/search\?q=teapot$/);
    await expect(shopper.cartLink(1)).toBeVisible();
    expect(await shopper.cartRows()).toEqual([{ sku: plate.sku, quantity: 1 }]);
  });

  test("by loading the page again keeps it, though nobody waits for the answer", async ({ shopper }) => {
    await shopper.open(plate.path);
    await whileAdding(shopper, async () => {
      await shopper.page.reload();
    });
    await expect.poll(() => shopper.cookie()).toBeDefined();
    await shopper.open("/cart");
    await expect(shopper.cartLine(plate.name)).toBeVisible();
  });

  test("stays, and says why, when the server says no", async ({ shopper }) => {
    await shopper.open("/products/bud-vase/blush");
    const { page } = shopper;
    const release = await shopper.holdRequests("**/api/cart");
    await page.getByRole("button", { name: "Add to cart" }).click();
    await shopper.cartLink(1).click();
    release();
    await expect(page.getByRole("status")).toContainText("This one is sold out");
    await expect(page).toHaveURL("/products/bud-vase/blush");
    await shopper.cartLink(0).click();
    await expect(page.getByText("Your cart is empty")).toBeVisible();
  });
});

test("a piece that is added before the header knows the cart makes it guess no number", async ({ shopper }) => {
  await shopper.enter();
  await shopper.addToCart("Morning Mug");
  const release = await shopper.holdRequests("**/api/session");
  await shopper.open("/products/dip-bowl");
  await shopper.page.getByRole("button", { name: "Add to cart" }).click();
  await expect.poll(() => shopper.cartRows()).toHaveLength(2);
  await expect(shopper.page.getByRole("status")).toContainText("Added to cart");
  await expect(shopper.cartLink(0)).toBeVisible();
  release();
  await expect(shopper.cartLink(2)).toBeVisible();
  await expect(shopper.page.getByRole("button", { name: "Log out" })).toBeVisible();
});

test.describe("A cart that was seen before", () => {
  test("is shown as it is now when the shopper goes back to it", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    await shopper.open("/cart");
    await shopper.cartLine("Morning Mug").getByRole("link", { name: "Morning Mug" }).click();
    await expect(shopper.page.getByRole("heading", { level: 1 })).toHaveText("Morning Mug");
    await shopper.page.getByRole("button", { name: "Add to cart" }).click();
    await expect(shopper.page.getByRole("status")).toContainText("Added to cart");
    await shopper.page.goBack();
    await expect(shopper.cartLine("Morning Mug").getByRole("spinbutton")).toHaveValue("2");
  });

  test("is shown as it is now when it was empty then", async ({ shopper }) => {
    const { page } = shopper;
    await shopper.open("/products/dip-bowl");
    await shopper.cartLink(0).click();
    await expect(page.getByText("Your cart is empty")).toBeVisible();
    await page.goBack();
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect.poll(() => shopper.cookie()).toBeDefined();
    await page.goForward();
    await expect(shopper.cartLine("Dip Bowl")).toBeVisible();
  });

  test("goes on saying why the session is over, until there is another", async ({ shopper }) => {
    const { page } = shopper;
    await shopper.enter();
    await shopper.addToCart("Dip Bowl");
    await shopper.age({ minutes: 31 });
    await shopper.cartLink(1).click();
    const why = page.getByRole("main").getByText("30 minutes without activity");
    await expect(why).toBeVisible();
    await expect(shopper.cartLink(0)).toBeVisible();
    await page.goBack();
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect.poll(() => shopper.cartRows()).toEqual([{ sku: "DIP-HON", quantity: 1 }]);
    await page.goForward();
    await expect(shopper.cartLine("Dip Bowl")).toBeVisible();
    await expect(why).toBeHidden();
  });

  test("follows what another tab puts into it", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    await shopper.open("/cart");
    await expect(shopper.cartLink(1)).toBeVisible();
    const tab = await shopper.context.newPage();
    await tab.goto("/products/dip-bowl");
    await tab.getByRole("button", { name: "Add to cart" }).click();
    await expect(shopper.cartLine("Dip Bowl")).toBeVisible();
    await expect(shopper.cartLink(2)).toBeVisible();
  });
});
