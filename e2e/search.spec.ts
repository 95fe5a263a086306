import type { Page } from "@playwright/test";
import { findViolations } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { createGoods, deleteGoods } from "./support/goods";

const box = (page: Page) => page.getByRole("searchbox", { name: "Search" });
const piece = (page: Page, name: string) => page.getByRole("main").getByRole("link", { name, exact: true });

test.describe("Search", () => {
  test("finds a piece by its name, from any page", async ({ shopper: { page } }) => {
    await page.goto("/privacy");
    await box(page).fill("morning mug");
    await box(page).press("Enter");
    await expect(page).toHaveURL(/\/search\?q=morning\+mug$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("“morning mug”");
    await piece(page, "Morning Mug").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Morning Mug");
  });

  test("finds a piece by the colour of its glaze and shows it in that glaze", async ({ shopper: { page } }) => {
    await page.goto("/search?q=blue+teapot");
    await expect(piece(page, "Teapot for Two")).toBeVisible();
    await page.goto("/search?q=blue+plate");
    await expect(piece(page, "Dinner Plate")).toHaveAttribute("href", "/products/dinner-plate/ink");
  });

  for (const [typed, meant] of [
    ["teapto", "Teapot for Two"],
    ["mornign mgu", "Morning Mug"],
    ["vaze", "Moon Vase"],
  ] as const) {
    test(`finds “${meant}” when “${typed}” was typed, and says what it looked for`, async ({ shopper: { page } }) => {
      await page.goto(`/search?q=${typed}`);
      await expect(piece(page, meant)).toBeVisible();
      await expect(page.getByRole("status")).toContainText(`Nothing matches “${typed}”, so these are for`);
    });
  }

  test("minds neither accents nor capitals nor a plural", async ({ shopper: { page } }) => {
    await page.goto("/search?q=M%C3%9AGS");
    await expect(piece(page, "Morning Mug")).toBeVisible();
  });

  test("says what to try when nothing is found", async ({ shopper: { page } }) => {
    await page.goto("/search?q=garden+gnome&glaze=oat");
    await expect(page.getByRole("status")).toHaveText("No pieces");
    await expect(page.getByRole("main")).toContainText(
      "Nothing on our shelves matches “garden gnome” with these filters.",
    );
    await page.getByRole("link", { name: "Look again without the filters" }).click();
    await expect(page).toHaveURL("/search?q=garden+gnome");
    await page.getByRole("link", { name: "all the pieces" }).click();
    await expect(piece(page, "Morning Mug")).toBeVisible();
  });

  test("takes odd addresses kindly", async ({ shopper: { page } }) => {
    for (const odd of [
      "q=%00%27%22&category=cars&glaze=x&price=9-1&sort=up&page=-3",
      "q=:*%20%26%20(%20!%20%7C%20%3C-%3E",
      "q=a&q=b&page=9999",
      `q=${"x".repeat(3000)}`,
    ]) {
      expect((await page.goto(`/search?${odd}`))?.status(), odd).toBe(200);
    }
    await page.goto("/search?q=morning+mug&page=9999");
    await expect(piece(page, "Morning Mug")).toBeVisible();
  });

  test("filters and sorts as soon as something is chosen, and the address can be shared", async ({
    shopper,
    device,
  }) => {
    const { page } = shopper;
    await page.goto("/search");
    await page.getByRole("combobox", { name: "Glaze" }).selectOption("Ink");
    await expect(page).toHaveURL("/search?glaze=ink");
    await page.getByRole("combobox", { name: "Price" }).selectOption("€30 to €60");
    await expect(page).toHaveURL("/search?glaze=ink&price=30-60");
    await page.getByRole("combobox", { name: "Sort by" }).selectOption("Price, high to low");
    await expect(page).toHaveURL("/search?glaze=ink&price=30-60&sort=price-down");
    const names = ["Noodle Bowl", "Dinner Plate", "Candle Holder"];
    await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText(names);

    const friend = await device();
    await friend.open(new URL(page.url()).pathname + new URL(page.url()).search);
    await expect(friend.page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText(names);
    await expect(friend.page.getByRole("combobox", { name: "Glaze" })).toHaveValue("ink");
  });

  test("leaves out what is sold out when asked to, and marks it when not", async ({ shopper: { page } }) => {
    const goods = await createGoods({ pieces: [{ glaze: "oat", priceCents: 3000, stock: 0 }] });
    try {
      await page.goto(`/search?q=${goods.word}`);
      const found = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: goods.name }) });
      await expect(found).toContainText("Sold out");
      await page.getByRole("checkbox", { name: "In stock only" }).click();
      await expect(page.getByRole("status")).toHaveText("No pieces");
    } finally {
      await deleteGoods(goods);
    }
  });

  test("leaves no trace: no cookie, no session", async ({ shopper }) => {
    await shopper.open("/search?q=jar");
    await shopper.page.getByRole("combobox", { name: "Glaze" }).selectOption("Oat");
    await expect(shopper.page).toHaveURL(/glaze=oat/);
    expect(await shopper.context.cookies()).toEqual([]);
  });

  test("does not count as activity of whoever is logged in", async ({ shopper }) => {
    await shopper.logIn();
    await shopper.age({ minutes: 5 });
    const before = (await shopper.row()).lastSeenAt;
    await shopper.open("/search?q=jar");
    await expect(piece(shopper.page, "Sugar Jar")).toBeVisible();
    await expect(shopper.page.getByRole("link", { name: "Account" })).toBeVisible();
    expect((await shopper.row()).lastSeenAt).toEqual(before);
  });

  test("works without JavaScript, from the box and from a shelf's filters", async ({ device }) => {
    const { page } = await device({ javaScriptEnabled: false });
    await page.goto("/shop/mugs");
    await page.getByRole("combobox", { name: "Glaze" }).selectOption("Oat");
    await page.getByRole("button", { name: "Show the pieces" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mugs");
    await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText(["Morning Mug"]);
    await box(page).fill("noodle");
    await box(page).press("Enter");
    await expect(piece(page, "Noodle Bowl")).toBeVisible();
  });
});

test.describe("Suggestions", () => {
  test("come while typing; arrows choose and Enter goes there", async ({ shopper: { page } }) => {
    await page.goto("/");
    await box(page).pressSequentially("jar");
    const options = page.getByRole("option");
    await expect(options.filter({ hasText: "Sugar Jar" })).toBeVisible();
    await expect(options.first()).toContainText("Jars");
    await box(page).press("ArrowDown");
    await expect(options.first()).toHaveAttribute("aria-selected", "true");
    await expect(box(page)).toHaveAttribute("aria-activedescendant", "suggestion-0");
    await box(page).press("ArrowUp");
    await expect(box(page)).not.toHaveAttribute("aria-activedescendant");
    await box(page).press("ArrowDown");
    await box(page).press("Enter");
    await expect(page).toHaveURL("/shop/jars");
  });

  test("close on Escape and leave the words as they are", async ({ shopper: { page } }) => {
    await page.goto("/");
    await box(page).pressSequentially("teap");
    await expect(page.getByRole("option").filter({ hasText: "Teapot for Two" })).toBeVisible();
    await box(page).press("Escape");
    await expect(page.getByRole("option")).toHaveCount(0);
    await expect(box(page)).toHaveValue("teap");
    await box(page).press("Enter");
    await expect(page).toHaveURL("/search?q=teap");
  });

  test("are about the latest words, however late an answer comes", async ({ shopper }) => {
    const { page } = shopper;
    const release = await shopper.holdRequests("**/api/search/suggest?q=ja");
    await page.goto("/");
    await box(page).fill("ja");
    await box(page).fill("noodle");
    release();
    await expect(page.getByRole("option")).toHaveText([/Noodle Bowl/]);
  });

  test("can be clicked", async ({ shopper: { page } }) => {
    await page.goto("/");
    await box(page).pressSequentially("creamer");
    await page.getByRole("option").filter({ hasText: "Creamer" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Creamer");
  });
});

for (const width of [320, 375, 1440]) {
  test(`search is accessible and fits at ${width} pixels`, async ({ device }) => {
    const { page } = await device({ viewport: { width, height: 800 } });
    for (const path of ["/search?q=jar", "/search?q=nothing+of+the+kind"]) {
      await page.goto(path);
      await expect(box(page)).toBeVisible();
      await expect(page.getByRole("status")).toBeVisible();
      expect(await findViolations(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await box(page).fill("jar");
    await expect(page.getByRole("option").first()).toBeVisible();
    expect(await findViolations(page), "suggestions").toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
