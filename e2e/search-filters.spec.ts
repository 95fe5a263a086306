import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { createShelf, deleteShelf } from "./support/goods";
import { request } from "./support/plain-form";

const choice = (page: Page, name: string) => page.getByRole("combobox", { name });
const inStock = (page: Page) => page.getByRole("checkbox", { name: "In stock only" });
const found = (page: Page) => page.getByRole("main").getByRole("heading", { level: 2 });

/** What the filters show, which is to be what the address asks. */
async function expectChosen(page: Page, { glaze = "", price = "", sort = "", available = false }) {
  await expect(choice(page, "Glaze")).toHaveValue(glaze);
  await expect(choice(page, "Price")).toHaveValue(price);
  await expect(choice(page, "Sort by")).toHaveValue(sort);
  await expect(inStock(page)).toBeChecked({ checked: available });
}

test("Back and Forward take the filters along, and whoever chooses stays where they are", async ({
  shopper: { page },
}) => {
  await page.goto("/search");
  await choice(page, "Glaze").focus();
  await choice(page, "Glaze").selectOption("Ink");
  await expect(page).toHaveURL("/search?glaze=ink");
  await expect(found(page).filter({ hasText: "Moon Vase" })).toBeHidden();
  await expect(choice(page, "Glaze")).toBeFocused();
  await choice(page, "Price").focus();
  await choice(page, "Price").selectOption("€30 to €60");
  await expect(page).toHaveURL("/search?glaze=ink&price=30-60");
  await expect(found(page).filter({ hasText: "Teapot for Two" })).toBeHidden();
  await expect(choice(page, "Price")).toBeFocused();
  await inStock(page).press("Space");
  await expect(page).toHaveURL("/search?glaze=ink&price=30-60&available=1");
  await expectChosen(page, { glaze: "ink", price: "30-60", available: true });
  await expect(inStock(page)).toBeFocused();

  await page.goBack();
  await expectChosen(page, { glaze: "ink", price: "30-60" });
  await page.goBack();
  await expectChosen(page, { glaze: "ink" });
  await page.goBack();
  await expect(page).toHaveURL("/search");
  await expectChosen(page, {});
  await page.goForward();
  await expectChosen(page, { glaze: "ink" });
  await page.goForward();
  await page.goForward();
  await expectChosen(page, { glaze: "ink", price: "30-60", available: true });
});

test("looking again without the filters, or for something else, leaves none of them chosen", async ({
  shopper: { page },
}) => {
  await page.goto("/search?q=garden+gnome&glaze=oat&price=30-60&available=1&sort=price-up");
  await expectChosen(page, { glaze: "oat", price: "30-60", sort: "price-up", available: true });
  await page.getByRole("link", { name: "Look again without the filters" }).click();
  await expect(page).toHaveURL("/search?q=garden+gnome&sort=price-up");
  await expectChosen(page, { sort: "price-up" });

  await choice(page, "Glaze").selectOption("Oat");
  await expect(page).toHaveURL("/search?q=garden+gnome&glaze=oat&sort=price-up");
  await page.getByRole("searchbox", { name: "Search" }).fill("jar");
  await page.getByRole("searchbox", { name: "Search" }).press("Enter");
  await expect(page).toHaveURL("/search?q=jar");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("“jar”");
  await expectChosen(page, {});
  // The next choice is about the new words.
  await choice(page, "Glaze").selectOption("Ink");
  await expect(page).toHaveURL("/search?q=jar&glaze=ink");
});

test("thirty pieces stand on two pages, and the address of each can be shared", async ({ shopper: { page } }) => {
  const shelf = await createShelf(30);
  try {
    await page.goto(`/search?q=${shelf.word}`);
    const pages = page.getByRole("navigation", { name: "Pages" });
    await expect(page.getByRole("status")).toHaveText("30 pieces");
    await expect(found(page)).toHaveText(shelf.names.slice(0, 24));
    await expect(pages.getByRole("link")).toHaveText(["Next"]);
    await pages.getByRole("link", { name: "Next" }).click();
    await expect(page).toHaveURL(`/search?q=${shelf.word}&page=2`);
    await expect(pages).toContainText("Page 2 of 2");
    await expect(found(page)).toHaveText(shelf.names.slice(24));
    await expect(pages.getByRole("link")).toHaveText(["Previous"]);
    await pages.getByRole("link", { name: "Previous" }).click();
    await expect(page).toHaveURL(`/search?q=${shelf.word}`);
    await expect(found(page)).toHaveText(shelf.names.slice(0, 24));

    // As a friend finds it who is given the address, and whoever asks for a page behind the last.
    for (const asked of ["2", "9999"]) {
      const html = await (await request(`/search?q=${shelf.word}&page=${asked}`)).text();
      const names = [...html.matchAll(/<h2[^>]*><a[^>]*>([^<]*)<\/a><\/h2>/g)].map(([, name]) => name);
      expect(names, asked).toEqual(shelf.names.slice(24));
      expect(html, asked).toContain('rel="prev"');
      expect(html, asked).not.toContain('rel="next"');
    }
  } finally {
    await deleteShelf(shelf);
  }
});
