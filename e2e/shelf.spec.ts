import { bringUpToDate } from "../scripts/database.mjs";
import { findViolations } from "./support/axe";
import { addPiece, expect, orderFields, ordersOf, type Piece, putInCart, stockOf, test } from "./support/buying";
import { sql } from "./support/database";
import { createGoods, deleteGoods } from "./support/goods";
import { createDatabase } from "./support/own-database";
import { postForm, request } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

// What staff do to the shelf, and what a piece that is gone does to everybody else.

const suggestions = async (q: string) => {
  const answer = await request(`/api/search/suggest?q=${q}`);
  expect(answer.status).toBe(200);
  return (await answer.json()).suggestions;
};

const retire = ({ sku }: { sku?: string }) => sql(`UPDATE "Variant" SET "retiredAt" = now() WHERE sku = $1`, [sku]);

const glazeForm = ({ page }: Shopper, sku: string) => page.getByRole("form", { name: sku });

async function openShelf(support: Shopper, { sku }: Piece) {
  await support.logIn({ next: `/admin/shelf?q=${sku}` });
  await expect(glazeForm(support, sku)).toBeVisible();
}

/** What staff did to a glaze, in order. */
const changesOf = ({ sku }: Piece) =>
  sql<{ detail: object }>(
    `SELECT detail FROM "SessionEvent" WHERE type = 'shelf changed by staff' AND detail->>'sku' = $1 ORDER BY id`,
    [sku],
  );

test.describe("A piece that comes in no glaze", () => {
  test("is on no shelf, and takes neither the search nor its suggestions down", async () => {
    const goods = await createGoods({ pieces: [] });
    try {
      for (const asked of ["", "&sort=price-up", "&sort=price-down", "&sort=newest", "&category=planters-and-light"]) {
        const answer = await request(`/search?q=${goods.word}${asked}`);
        expect(answer.status, asked).toBe(200);
        expect(await answer.text(), asked).not.toContain(goods.slug);
      }
      expect((await request("/search?sort=newest")).status).toBe(200);
      expect((await request(`/search?q=${goods.word.slice(0, -1)}z`)).status).toBe(200);
      expect(await suggestions(goods.word)).toEqual([]);
    } finally {
      await deleteGoods(goods);
    }
  });

  test("is never made by the seed, not even between two statements", async () => {
    test.setTimeout(120_000);
    const database = await createDatabase("correct horse battery");
    try {
      await database.rows.query(`DELETE FROM "Variant"`);
      await database.rows.query(`DELETE FROM "Product"`);
      await database.rows.query(`BEGIN; LOCK TABLE "Variant" IN SHARE MODE`);
      const seeded = bringUpToDate({ MIGRATE_DATABASE_URL: database.ownerUrl, DEMO: "0" });
      const waiting = `SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
        WHERE d.datname = $1 AND NOT l.granted`;
      const name = new URL(database.url).pathname.slice(1);
      await expect.poll(async () => (await sql(waiting, [name])).length, { timeout: 60_000 }).toBeGreaterThan(0);
      expect((await database.rows.query(`SELECT FROM "Product"`)).rowCount).toBe(0);
      await database.rows.query("COMMIT");
      await seeded;
      const bare = `SELECT FROM "Product" p WHERE NOT EXISTS (SELECT FROM "Variant" v WHERE v."productId" = p.id)`;
      expect((await database.rows.query(bare)).rowCount).toBe(0);
      expect((await database.rows.query(`SELECT FROM "Product"`)).rowCount).toBeGreaterThan(10);
    } finally {
      await database.drop();
    }
  });
});

test.describe("A piece that is no longer made", () => {
  test("leaves search and suggestions; a glaze leaves them alone", async () => {
    const goods = await createGoods({
      pieces: [
        { glaze: "oat", priceCents: 2800, stock: 5 },
        { glaze: "ink", priceCents: 1000, stock: 5 },
      ],
    });
    try {
      await retire({ sku: goods.skus[1] });
      const html = await (await request(`/search?q=${goods.word}`)).text();
      expect(html).toContain(`/products/${goods.slug}`);
      expect(html).toContain("€28.00");
      expect(html).not.toContain("€10.00");
      expect(await (await request(`/search?q=${goods.word}&glaze=ink`)).text()).not.toContain(
        `/products/${goods.slug}`,
      );
      expect(await (await request(`/search?q=${goods.word}+ink`)).text()).not.toContain(`/products/${goods.slug}`);
      expect(await suggestions(goods.word)).toEqual([expect.objectContaining({ note: "€28.00" })]);

      await retire({ sku: goods.skus[0] });
      expect(await suggestions(goods.word)).toEqual([]);
      expect(await (await request(`/search?q=${goods.word}`)).text()).not.toContain(`/products/${goods.slug}`);
      const { glazes } = await (await request(`/api/availability?product=${goods.slug}`)).json();
      expect(glazes.map(({ left, isRetired }: { left: number; isRetired: boolean }) => [left, isRetired])).toEqual([
        [0, true],
        [0, true],
      ]);
    } finally {
      await deleteGoods(goods);
    }
  });

  test("says so on a page that is older", async ({ shopper: { page } }) => {
    await page.route("**/api/availability?product=morning-mug", (route) =>
      route.fulfill({ json: { glazes: [{ sku: "MOR-TER", priceCents: 3100, left: 0, isRetired: true }] } }),
    );
    await page.goto("/products/morning-mug");
    await expect(page.locator("main").getByText("No longer made").first()).toBeVisible();
  });

  test("cannot be added any more, and the shopper is told why", async ({ piece }) => {
    const jar = await piece();
    await retire(jar);
    const body = new URLSearchParams({ sku: jar.sku, quantity: "1" }).toString();
    const headers = { origin: process.env.BASE_URL ?? "", "content-type": "application/x-www-form-urlencoded" };
    const answer = await request("/api/cart", { method: "POST", body, headers });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toEqual({ status: "short", message: "We no longer make this one." });
  });

  test("is said by the cart that holds it, refused by the checkout, and can be taken out", async ({
    shopper,
    piece,
  }) => {
    const [gone, other] = [await piece(), await piece()];
    await putInCart(shopper, gone);
    await putInCart(shopper, other);
    await shopper.open("/checkout");
    const token = await shopper.token();
    const before = await request("/checkout", { token });
    expect(await before.text()).not.toContain("No longer made");
    await retire(gone);

    await shopper.open("/checkout");
    await expect(shopper.page.getByText("No longer made.")).toBeVisible();
    await shopper.open("/cart");
    const line = shopper.page.getByRole("listitem").filter({ hasText: gone.name });
    await expect(line).toContainText("We no longer make this one. Please take it out of your cart.");
    await expect(line.getByRole("spinbutton")).toHaveCount(0);
    expect(await findViolations(shopper.page)).toEqual([]);
    await line.getByRole("button", { name: "Remove" }).click();
    await expect(line).toHaveCount(0);
    expect(await shopper.cartRows()).toEqual([{ sku: other.sku, quantity: 1 }]);
  });

  test("is not sold to whoever had reviewed it, no money is kept, and nothing else is", async ({ piece }) => {
    const jar = await piece();
    const token = await addPiece(jar);
    await retire(jar);
    const answer = await postForm("/checkout", {
      form: "Place order",
      fields: orderFields("robin@example.com"),
      token,
    });
    expect(await answer.text()).toContain(`We no longer make ${jar.name} in Iron. Please take it out of your cart.`);
    expect(await ordersOf(jar)).toEqual([]);
    expect(await stockOf(jar)).toBe(10);
  });
});

test.describe("The shelf, for staff", () => {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? "with" : "without";
    test(`changes price and stock, retires and puts back, ${how} JavaScript, and writes down who did it`, async ({
      device,
      staff,
      piece,
    }) => {
      const jar = await piece();
      const support = await device({ account: staff, javaScriptEnabled });
      await openShelf(support, jar);
      const form = glazeForm(support, jar.sku);
      await form.getByLabel("Price in euros").fill("31,5");
      await form.getByLabel("In stock").fill("7");
      await form.getByRole("button", { name: "Save" }).click();
      await expect(form.getByRole("status")).toContainText("Saved.");
      await expect(form).toContainText("€31.50, 7 in stock");
      await form.getByRole("button", { name: "Retire" }).click();
      await expect(form).toContainText("No longer made.");
      await form.getByRole("button", { name: "Put back on the shelf" }).click();
      await expect(form.getByRole("status")).toContainText("on the shelf again");
      const by = staff.id;
      expect(await changesOf(jar)).toEqual([
        { detail: { by, sku: jar.sku, fromCents: 2800, toCents: 3150, fromStock: 10, toStock: 7 } },
        { detail: { by, sku: jar.sku, isRetired: true } },
        { detail: { by, sku: jar.sku, isRetired: false } },
      ]);
    });
  }

  test("overwrites nobody: what was sold meanwhile is said, and what was typed stays", async ({
    device,
    staff,
    piece,
  }) => {
    const jar = await piece();
    const support = await device({ account: staff });
    await openShelf(support, jar);
    await sql(`UPDATE "Variant" SET stock = stock - 1 WHERE id = $1`, [jar.variantId]);
    const form = glazeForm(support, jar.sku);
    await form.getByLabel("In stock").fill("20");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByRole("alert")).toContainText("Somebody bought or changed it meanwhile");
    expect(await stockOf(jar)).toBe(9);
    expect(await changesOf(jar)).toEqual([]);
    await expect(form).toContainText("€28.00, 9 in stock");
    await expect(form.getByLabel("In stock")).toHaveValue("20");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByRole("status")).toContainText("Saved.");
    expect(await stockOf(jar)).toBe(20);
  });

  test("says what is wrong with a price or a stock beside the field", async ({ device, staff, piece }) => {
    const jar = await piece();
    const support = await device({ account: staff });
    await openShelf(support, jar);
    const form = glazeForm(support, jar.sku);
    for (const typed of ["0", "-1", "0x10", "1e3", "1.234", "", "99999999"]) {
      await form.getByLabel("Price in euros").fill(typed);
      await form.getByLabel("In stock").fill("0b11");
      await form.getByRole("button", { name: "Save" }).click();
      await expect(form.getByText("Please enter a price such as 28 or 28.50.")).toBeVisible();
      await expect(form.getByText("Please enter how many there are")).toBeVisible();
    }
    await form.getByLabel("Price in euros").fill("28");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText("Please enter a price such as 28 or 28.50.")).toBeHidden();
    expect(await changesOf(jar)).toEqual([]);
    expect(await findViolations(support.page)).toEqual([]);
  });

  test("is nobody else's", async ({ shopper }) => {
    expect((await request("/admin/shelf")).status).toBe(307);
    await shopper.logIn();
    expect((await request("/admin/shelf", { token: await shopper.token() })).status).toBe(404);
  });
});
