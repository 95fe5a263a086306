import { findViolations } from "./support/axe";
import { sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { changeGoods, createGoods, deleteGoods, type Goods, layIntoCart } from "./support/goods";
import { handedToken, postForm, request } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

/** The names of the cart's lines, top to bottom. */
const names = (shopper: Shopper) => shopper.page.locator(".cart-line-name");
const undo = (shopper: Shopper) => shopper.page.getByRole("button", { name: "Undo" });
const accept = (shopper: Shopper) => shopper.page.getByRole("button", { name: "Accept the changes" });

async function fillCart(shopper: Shopper) {
  await shopper.addToCart("Morning Mug");
  await shopper.addToCart("Dip Bowl", { quantity: 3 });
  await shopper.addToCart("Tall Mug");
  await shopper.open("/cart");
}

test.describe("Undo", () => {
  for (const addedAt of [
    "+275760-09-13T00:00:00.000Z",
    "-271821-04-20T00:00:00.000Z",
    "0000-01-01T00:00:00Z",
    "1e99",
  ]) {
    test(`that says the line is from ${addedAt} is refused kindly and changes nothing`, async () => {
      const token = handedToken(
        await postForm("/products/tall-mug", { form: "sku", fields: { sku: "TAL-MOS", quantity: "1" } }),
      );
      const path = `/cart?removed=Dip+Bowl&sku=DIP-HON&quantity=1&shownCents=2400&addedAt=${encodeURIComponent(addedAt)}`;
      const answer = await postForm(path, { form: "addedAt", token });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain("This piece cannot be put back.");
      expect(await (await request("/cart", { token })).text()).not.toContain("Dip Bowl");
    });
  }

  test("never puts a line behind what is added later", async () => {
    const add = (sku: string, token?: string) =>
      postForm("/products/tall-mug", { form: "sku", fields: { sku, quantity: "1" }, token });
    const token = handedToken(await add("TAL-MOS"));
    const path = "/cart?removed=Dip+Bowl&sku=DIP-HON&quantity=1&shownCents=2400&addedAt=9999-01-01T00:00:00.000Z";
    expect((await postForm(path, { form: "addedAt", token })).status).toBe(303);
    await add("MOR-TER", token);
    const page = await (await request("/cart", { token })).text();
    const names = [...page.matchAll(/cart-line-name"[^>]*><bdi>([^<]+)/g)].map(([, name]) => name);
    expect(names).toEqual(["Tall Mug", "Dip Bowl", "Morning Mug"]);
  });

  test("puts a removed line back, in its place and quantity", async ({ shopper }) => {
    await fillCart(shopper);
    const before = await shopper.cartRows();
    await shopper.cartLine("Dip Bowl").getByRole("button", { name: "Remove" }).click();
    await expect(shopper.page.getByRole("status")).toContainText("Removed Dip Bowl.");
    await expect(names(shopper)).toHaveText(["Morning Mug", "Tall Mug"]);
    await expect(shopper.cartLink(2)).toBeVisible();
    await expect(undo(shopper)).toBeFocused();
    await undo(shopper).press("Enter");
    await expect(names(shopper)).toHaveText(["Morning Mug", "Dip Bowl", "Tall Mug"]);
    await expect(shopper.cartLine("Dip Bowl").getByRole("spinbutton")).toHaveValue("3");
    await expect(undo(shopper)).toBeHidden();
    await expect(shopper.cartLink(5)).toBeVisible();
    expect(await shopper.cartRows()).toEqual(before);
  });

  test("works for the only line, too", async ({ shopper }) => {
    await shopper.addToCart("Tumbler", { quantity: 2 });
    await shopper.open("/cart");
    await shopper.cartLine("Tumbler").getByRole("button", { name: "Remove" }).click();
    await expect(shopper.page.getByText("Your cart is empty")).toBeVisible();
    await undo(shopper).click();
    await expect(shopper.cartLine("Tumbler").getByRole("spinbutton")).toHaveValue("2");
  });

  test("works without JavaScript", async ({ device }) => {
    const shopper = await device({ javaScriptEnabled: false });
    for (const slug of ["tall-mug", "dip-bowl"]) {
      await shopper.open(`/products/${slug}`);
      await shopper.page.getByRole("spinbutton", { name: "Quantity" }).fill("2");
      await shopper.page.getByRole("button", { name: "Add to cart" }).click();
    }
    await shopper.cartLine("Tall Mug").getByRole("button", { name: "Remove" }).click();
    await expect(shopper.page.getByRole("status")).toContainText("Removed Tall Mug.");
    await expect(names(shopper)).toHaveText(["Dip Bowl"]);
    await undo(shopper).click();
    await expect(names(shopper)).toHaveText(["Tall Mug", "Dip Bowl"]);
    await expect(shopper.cartLine("Tall Mug").getByRole("spinbutton")).toHaveValue("2");
    await expect(shopper.page).toHaveURL("/cart");
  });

  test("takes an address somebody made up kindly", async ({ shopper }) => {
    await shopper.addToCart("Tumbler");
    await shopper.open("/cart?removed=Everything&sku=x&quantity=99&shownCents=-1&addedAt=never");
    await undo(shopper).click();
    await expect(shopper.page.getByText("This piece cannot be put back. Please add it again.")).toBeVisible();
    expect(await shopper.cartRows()).toEqual([{ sku: "TUM-BLU", quantity: 1 }]);
  });
});

test.describe("What changed since last time", () => {
  let goods: Goods;
  test.beforeEach(async () => {
    goods = await createGoods();
  });
  test.afterEach(async () => {
    await deleteGoods(goods);
  });

  async function haveInCart(shopper: Shopper, quantity: number) {
    await shopper.addToCart("Dip Bowl");
    await layIntoCart((await shopper.row()).id, goods.skus[0], quantity);
  }

  async function shownCents() {
    const [line] = await sql(
      `SELECT l."priceCents" FROM "CartLine" l JOIN "Variant" v ON v.id = l."variantId" WHERE v.sku = $1`,
      [goods.skus[0]],
    );
    return line?.priceCents;
  }

  test("a new price is said until the shopper has read it, and looking is not reading", async ({ shopper }) => {
    await haveInCart(shopper, 2);
    await shopper.open("/cart");
    await expect(accept(shopper)).toBeHidden();
    await changeGoods(goods.skus[0], { priceCents: 3150 });
    for (const _visit of ["first", "second"]) {
      await shopper.open("/cart");
      await expect(shopper.page.getByRole("status")).toContainText("Something changed since you last looked");
      await expect(shopper.cartLine(goods.name)).toContainText("It was €28.00 when you last saw it.");
      await expect(shopper.page.getByLabel("Summary")).toContainText("€82.00");
      expect(await shownCents()).toBe(2800);
    }
    await accept(shopper).click();
    await expect(accept(shopper)).toBeHidden();
    await expect(shopper.cartLine(goods.name)).not.toContainText("when you last saw it");
    expect(await shownCents()).toBe(3150);
  });

  test("a price that changes once more behind the page is said again", async ({ shopper }) => {
    await haveInCart(shopper, 1);
    await changeGoods(goods.skus[0], { priceCents: 3000 });
    await shopper.open("/cart");
    await expect(shopper.cartLine(goods.name)).toContainText("€30.00 each");
    await changeGoods(goods.skus[0], { priceCents: 3500 });
    await accept(shopper).click();
    await expect(shopper.cartLine(goods.name)).toContainText("€35.00 each");
    await expect(shopper.cartLine(goods.name)).toContainText("It was €28.00 when you last saw it.");
    expect(await shownCents()).toBe(2800);
  });

  test("changing the quantity is not reading the price", async ({ shopper }) => {
    await haveInCart(shopper, 1);
    await shopper.open("/cart");
    await changeGoods(goods.skus[0], { priceCents: 3000 });
    await shopper.cartLine(goods.name).getByRole("spinbutton", { name: "Quantity" }).fill("2");
    await expect(shopper.cartLine(goods.name)).toContainText("It was €28.00 when you last saw it.");
    expect(await shownCents()).toBe(2800);
  });

  test("too little stock is said, and the quantity changes only when the shopper agrees", async ({ shopper }) => {
    await haveInCart(shopper, 4);
    await changeGoods(goods.skus[0], { stock: 1 });
    await shopper.open("/cart");
    await expect(shopper.cartLine(goods.name)).toContainText("Only 1 left.");
    await expect(shopper.cartLine(goods.name).getByRole("spinbutton")).toHaveValue("4");
    await accept(shopper).click();
    await expect(shopper.cartLine(goods.name).getByRole("spinbutton")).toHaveValue("1");
    expect(await shopper.cartRows()).toContainEqual({ sku: goods.skus[0], quantity: 1 });
  });

  test("a piece that is sold out stays in the cart and says so", async ({ shopper }) => {
    await haveInCart(shopper, 1);
    await changeGoods(goods.skus[0], { stock: 0 });
    await shopper.open("/cart");
    await expect(shopper.cartLine(goods.name)).toContainText("Sold out. It cannot be ordered at the moment.");
    await expect(accept(shopper)).toBeHidden();
  });

  test("a piece that was sold out since the page was opened is not said to be left", async ({ shopper }) => {
    await haveInCart(shopper, 1);
    await shopper.open("/cart");
    await changeGoods(goods.skus[0], { stock: 0 });
    const line = shopper.cartLine(goods.name);
    await line.getByRole("spinbutton").fill("3");
    await expect(line).toContainText("This piece is sold out now.");
    await expect(line).not.toContainText("left, so we set it");
    expect(await shopper.cartRows()).toContainEqual({ sku: goods.skus[0], quantity: 1 });
  });

  test("the news can be read and agreed to without JavaScript", async ({ device }) => {
    const shopper = await device({ javaScriptEnabled: false });
    await shopper.open("/products/dip-bowl");
    await shopper.page.getByRole("button", { name: "Add to cart" }).click();
    await layIntoCart((await shopper.row()).id, goods.skus[0]);
    await changeGoods(goods.skus[0], { priceCents: 2500 });
    await shopper.open("/cart");
    await accept(shopper).click();
    await expect(accept(shopper)).toBeHidden();
    expect(await shownCents()).toBe(2500);
  });

  for (const width of [320, 375, 1440]) {
    test(`the news and "Undo" are accessible and fit at ${width} pixels`, async ({ device }) => {
      const shopper = await device({ viewport: { width, height: 800 } });
      const { page } = shopper;
      await haveInCart(shopper, 1);
      await changeGoods(goods.skus[0], { priceCents: 2500 });
      await shopper.open("/cart");
      await shopper.cartLine("Dip Bowl").getByRole("button", { name: "Remove" }).click();
      await expect(undo(shopper)).toBeVisible();
      await expect(accept(shopper)).toBeVisible();
      expect(await findViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
});

test("the cart estimates delivery, and says what is missing until it is free", async ({ shopper }) => {
  await shopper.addToCart("Morning Mug");
  await shopper.open("/cart");
  const summary = shopper.page.getByLabel("Summary");
  await expect(summary).toContainText("€6.90");
  await expect(summary).toContainText("€35.90");
  await expect(summary).toContainText("€51.00 more for free delivery.");
  await shopper.cartLine("Morning Mug").getByRole("spinbutton", { name: "Quantity" }).fill("3");
  await expect(summary).toContainText("Free");
  await expect(summary).not.toContainText("more for free delivery");
});
