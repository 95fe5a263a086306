import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { postOrder } from "./support/buying";
import { test as base, expect } from "./support/fixtures";
import { createDatabase } from "./support/own-database";
import { handedToken, postForm, request } from "./support/plain-form";
import type { Server } from "./support/server";

// ASVS 16.5.3: the probe finds the database well, and a page meets a table that is locked or a column that is not there.
// On a database of its own, since what is locked is locked for everybody.

type World = { shop: Server; rows: Client; token: string; staffToken: string; order: string };

const test = base.extend<{ world: World }>({
  world: async ({ server }, use) => {
    const password = randomUUID();
    const database = await createDatabase(password);
    const shop = await server({ env: { DATABASE_URL: database.url } });
    const { origin } = shop;
    const logIn = async (email: string) =>
      handedToken(await postForm("/login", { form: "password", fields: { email, password }, origin })) ?? "";
    const token = await logIn("ada@example.com");
    const add = () => postForm("/products/espresso-cup", { form: "sku", fields: espressoCup, token, origin });
    await add();
    const [order = ""] =
      (await postOrder(token, { origin })).headers.get("location")?.match(/\/orders\/CJ-[^?]+/) ?? [];
    await add();
    const staffToken = await logIn("sam@example.com");
    await use({ shop, rows: database.rows, token, staffToken, order });
    await database.drop();
  },
});

const espressoCup = { sku: "ESP-IRO", quantity: "1" };

/** Every page that is named, with who looks at it. */
const pagesOf = ({ token, staffToken, order }: World): [path: string, token: string][] => [
  ...["/cart", "/account", "/account/orders", "/session", "/checkout", "/search?q=mug", order].map(
    (path): [string, string] => [path, token],
  ),
  ["/admin/sessions?q=ada", staffToken],
  ["/admin/shelf", staffToken],
];

async function expectAway(path: string, token: string, origin: string) {
  const answer = await request(path, { token, origin });
  const page = await answer.text();
  expect({ path, status: answer.status }).toEqual({ path, status: 503 });
  expect(answer.headers.get("retry-after"), path).toBe("5");
  expect(answer.headers.get("cache-control"), path).toBe("private, no-store");
  expect(answer.headers.get("content-security-policy"), path).toMatch(/script-src 'self' 'sha256-/);
  expect(answer.headers.getSetCookie(), path).toEqual([]);
  expect(page, path).toMatch(/^<!DOCTYPE html>.*Back in a moment.*<\/html>$/s);
}

/** What each page needs beside the session. */
const tables = ["Session", "CartLine", "Order", "Product", "Address", "SessionEvent"];

test("a table that somebody holds is a page that says so with 503, whichever page it is", async ({ world }) => {
  test.slow(); // each page waits for the table as long as it may
  const { shop, rows } = world;
  const pages = pagesOf(world);
  for (const [path, token] of pages)
    expect((await request(path, { token, origin: shop.origin })).status, path).toBe(200);
  await rows.query(`BEGIN; LOCK TABLE ${tables.map((table) => `"${table}"`).join(", ")}`);
  await Promise.all(pages.map(([path, token]) => expectAway(path, token, shop.origin)));
  await rows.query("COMMIT");
  for (const [path, token] of pages)
    expect((await request(path, { token, origin: shop.origin })).status, path).toBe(200);
});

/** For each page a column that its own statements read, and the session's do not. */
const columns = [
  ["/cart", "Glaze", "name"],
  ["/account/orders", "Order", "totalCents"],
  ["/session", "SessionEvent", "detail"],
  ["/search?q=mug", "Product", "search"],
  ["order", "Order", "totalCents"],
  ["/admin/sessions?q=ada", "SessionEvent", "detail"],
  ["/admin/shelf", "Glaze", "name"],
] as const;

test("a column that is not there yet is such a page, too, and stands in the log once", async ({ world }) => {
  const { shop, rows, order } = world;
  const pages = pagesOf(world);
  for (const [page, table, column] of columns) {
    const [path = "", token = ""] = pages.find(([path]) => path === (page === "order" ? order : page)) ?? [];
    await rows.query(`ALTER TABLE "${table}" RENAME COLUMN "${column}" TO later`);
    const before = shop.logged().length;
    await expectAway(path, token, shop.origin);
    const said = () => shop.logged().slice(before).trim().split("\n").filter(Boolean);
    await expect.poll(said, path).toHaveLength(1);
    expect(JSON.parse(said()[0] ?? ""), path).toMatchObject({ message: "The database does not answer" });
    await rows.query(`ALTER TABLE "${table}" RENAME COLUMN later TO "${column}"`);
    expect((await request(path, { token, origin: shop.origin })).status, path).toBe(200);
    expect(said(), path).toHaveLength(1);
  }
});

test("the browser shows the words, softly or not, with JavaScript or without, and goes on by itself", async ({
  world,
  device,
}) => {
  const { shop, rows, token } = world;
  const away = () => rows.query(`ALTER TABLE "Glaze" RENAME COLUMN name TO later`);
  const back = () => rows.query(`ALTER TABLE "Glaze" RENAME COLUMN later TO name`);
  const [scripted, plain] = [
    await device({ baseURL: shop.origin }),
    await device({ baseURL: shop.origin, javaScriptEnabled: false }),
  ];
  for (const { page } of [scripted, plain]) await page.goto("/privacy");
  for (const shopper of [scripted, plain]) await shopper.carryToken(token);

  await away();
  await plain.open("/cart");
  await expect(plain.page.getByRole("heading", { name: "Back in a moment" })).toBeVisible();
  await scripted.page.reload();
  await scripted.cartLink(1).click();
  await expect(scripted.page.getByRole("heading", { name: "Back in a moment" })).toBeVisible();
  await expect(scripted.page).toHaveURL("/cart");
  await back();
  await expect(scripted.cartLine("Espresso Cup")).toBeVisible();
  await plain.page.getByRole("link", { name: "Try again" }).click();
  await expect(plain.cartLine("Espresso Cup")).toBeVisible();

  await away();
  await scripted.open("/cart");
  await expect(scripted.page.getByText("tries again by itself")).toBeVisible();
  await back();
  await expect(scripted.cartLine("Espresso Cup")).toBeVisible();
});
