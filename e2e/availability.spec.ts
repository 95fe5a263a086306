import { expect, test } from "./support/fixtures";

// Stock and prices of the shop's own pieces stay as they are: what the database says is put into the answer's mouth.

test.describe("A product's page", () => {
  test("says beside the price what can be had, glaze by glaze", async ({ shopper: { page } }) => {
    await page.goto("/products/bud-vase");
    await expect(page.getByText("In stock")).toBeVisible();
    await page.getByRole("radio", { name: "Blush" }).check({ force: true });
    await expect(page.getByText("Sold out")).toBeVisible();
    await expect(page.getByText("In stock")).toBeHidden();
    await expect(page.getByRole("button", { name: "Add to cart" })).toBeEnabled();
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page.getByRole("status")).toContainText("This one is sold out");
  });

  test("counts the last ones", async ({ shopper: { page } }) => {
    await page.goto("/products/noodle-bowl/oat");
    await expect(page.getByText("Only 2 left")).toBeVisible();
  });

  test("says when a price is no longer what the page says", async ({ shopper: { page } }) => {
    await page.route("**/api/availability?product=morning-mug", (route) =>
      route.fulfill({ json: { glazes: [{ sku: "MOR-TER", priceCents: 3100, left: null }] } }),
    );
    await page.goto("/products/morning-mug");
    await expect(page.getByText("Now €31.00. In stock")).toBeVisible();
  });

  test("promises nothing when nobody can tell, or without JavaScript", async ({ shopper: { page }, device }) => {
    await page.route("**/api/availability**", (route) => route.fulfill({ status: 503, json: { glazes: [] } }));
    const answered = page.waitForResponse("**/api/availability**");
    await page.goto("/products/morning-mug");
    await answered;
    await expect(page.getByText("In stock")).toHaveCount(0);
    const plain = await device({ javaScriptEnabled: false });
    await plain.open("/products/morning-mug");
    await expect(plain.page.getByText("In stock")).toHaveCount(0);
  });

  test("puts the chosen glaze into the address, which opens with that glaze", async ({ shopper: { page } }) => {
    await page.goto("/products/morning-mug");
    await page.getByRole("radio", { name: "Oat" }).check({ force: true });
    await expect(page).toHaveURL("/products/morning-mug/oat");
    await page.reload();
    await expect(page.getByRole("radio", { name: "Oat" })).toBeChecked();
  });

  test("keeps address, quantity and answer when the first piece starts a session", async ({ shopper: { page } }) => {
    await page.goto("/products/morning-mug");
    await page.getByRole("radio", { name: "Oat" }).check({ force: true });
    await page.getByRole("spinbutton", { name: "Quantity" }).fill("2");
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page.getByRole("link", { name: "Cart, 2 items" })).toBeVisible();
    await expect(page.getByRole("status")).toContainText("Added to cart");
    await expect(page.getByRole("spinbutton", { name: "Quantity" })).toHaveValue("2");
    await expect(page).toHaveURL("/products/morning-mug/oat");
    await page.getByRole("link", { name: "See your cart" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your cart");
    await page.goBack();
    await expect(page).toHaveURL("/products/morning-mug/oat");
    await expect(page.getByRole("radio", { name: "Oat" })).toBeChecked();
  });

  test("asks without a session, and the answer may be kept for seconds only", async ({ shopper }) => {
    const response = await shopper.page.request.get("/api/availability?product=bud-vase");
    expect(response.headers()["cache-control"]).toBe("public, max-age=5");
    expect(await response.json()).toEqual({
      glazes: expect.arrayContaining([{ sku: "BUD-BLU", priceCents: 3600, left: 0 }]),
    });
    expect((await shopper.page.request.get("/api/availability?product=no-such-piece")).status()).toBe(404);
    expect((await shopper.page.request.get("/api/availability?product=%00")).status()).toBe(404);
    expect(await shopper.context.cookies()).toEqual([]);
  });
});

test("the sitemap names each piece once, in full, and robots.txt leads there", async ({ shopper: { page } }) => {
  const robots = await (await page.request.get("/robots.txt")).text();
  const [, sitemap = ""] = /^Sitemap: (\S+)$/m.exec(robots) ?? [];
  expect(new URL(sitemap).pathname).toBe("/sitemap.xml");
  expect(robots).toContain("Disallow: /cart");
  const listed = (await (await page.request.get("/sitemap.xml")).text()).matchAll(/<loc>(https?:[^<]+)<\/loc>/g);
  const paths = [...listed].map(([, url = ""]) => new URL(url).pathname);
  expect(paths).toContain("/products/morning-mug");
  expect(new Set(paths).size).toBe(paths.length);
});
