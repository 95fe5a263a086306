import { DatabaseLine } from "./support/database-line";
import { test as base, expect } from "./support/fixtures";
import { peek, postForm, request } from "./support/plain-form";
import type { Server } from "./support/server";
import type { Shopper } from "./support/shopper";

// ASVS 16.5.3: while nobody can tell who is in, nobody gets in and nobody is put out. Each test has a line of its own to
// the database, so that it can be troubled, and a server behind it.

const test = base.extend<{ line: DatabaseLine; shop: Server; member: Shopper }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  line: async ({}, use) => {
    const line = await DatabaseLine.open();
    await use(line);
    await line.restore();
    await line.close();
  },
  shop: async ({ line, server }, use) => {
    await use(await server({ env: { DATABASE_URL: line.url } }));
  },
  /** Logged in on the server behind the line, with two mugs in the cart. */
  member: async ({ shop, device }, use) => {
    const member = await device({ baseURL: shop.origin });
    await member.addToCart("Morning Mug", { quantity: 2 });
    await member.logIn();
    await use(member);
  },
});

const statusOf = (path: string, shop: Server, token?: string) => async () =>
  (await request(path, { origin: shop.origin, token })).status;

const waiting = (shopper: Shopper) => shopper.page.getByRole("heading", { name: "Back in a moment" });

/** No session in sight, and neither a cookie set nor one cleared. */
async function expectWaitingPage(path: string, shop: Server, token: string) {
  const response = await request(path, { origin: shop.origin, token });
  expect(response.status, path).toBe(503);
  expect(response.headers.get("retry-after")).toBe("5");
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.get("content-security-policy")).toMatch(/script-src 'self' 'sha256-/);
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(await response.text()).toContain("Back in a moment");
}

test("the shop stays open, private pages wait, and afterwards everybody is where they were", async ({
  line,
  shop,
  member,
  device,
}) => {
  const [cookie, before] = [await member.cookie(), await member.row()];
  await line.refuse();
  await expect.poll(statusOf("/account", shop, cookie?.value)).toBe(503);
  for (const path of ["/account", "/cart", "/login", "/register"]) await expectWaitingPage(path, shop, before.id);

  const visitor = await device({ baseURL: shop.origin });
  for (const path of ["/", "/shop/jars", "/products/tall-mug", "/privacy"]) {
    const response = await visitor.page.goto(path);
    expect(response?.status(), path).toBe(200);
  }
  expect(await visitor.context.cookies()).toEqual([]);

  await member.open("/account?from=here");
  await expect(waiting(member)).toBeVisible();
  await expect(member.page.getByText("tries again by itself")).toBeVisible();
  await line.restore();
  await expect(member.page.getByRole("heading", { name: "Hello, Robin Test" })).toBeVisible();
  expect(new URL(member.page.url()).search).toBe("?from=here");
  expect(await member.cookie()).toEqual(cookie);
  expect(await member.row()).toMatchObject({ id: before.id, endedAt: null, tokenHash: before.tokenHash });
});

test("without JavaScript a link leads back to the page that was asked for", async ({ line, shop, member, device }) => {
  const plain = await device({ baseURL: shop.origin, javaScriptEnabled: false });
  await plain.open("/privacy");
  await plain.carryToken(await member.token());
  await line.refuse();
  await expect.poll(statusOf("/account", shop)).toBe(503);
  await plain.open("/account?from=here");
  await expect(waiting(plain)).toBeVisible();
  await line.restore();
  await expect.poll(statusOf("/login", shop)).toBe(200);
  await plain.page.getByRole("link", { name: "Try again" }).click();
  await expect(plain.page.getByRole("heading", { name: "Hello, Robin Test" })).toBeVisible();
  expect(new URL(plain.page.url()).search).toBe("?from=here");
});

test("the waiting page runs its scripts under its strict policy, at whatever address", async ({
  line,
  shop,
  member,
}) => {
  const problems: string[] = [];
  member.page.on("pageerror", ({ message }) => problems.push(message));
  member.page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("503")) problems.push(message.text());
  });
  await line.refuse();
  await expect.poll(statusOf("/cart", shop)).toBe(503);
  await member.open("/cart");
  await expect(member.page.getByText("tries again by itself")).toBeVisible();
  expect(problems).toEqual([]);
});

test("following a link inside the shop leads to the waiting page too, and back", async ({ line, shop, member }) => {
  await member.open("/products/tall-mug");
  await line.refuse();
  await expect.poll(statusOf("/cart", shop)).toBe(503);
  await member.cartLink().click();
  await expect(waiting(member)).toBeVisible();
  expect(new URL(member.page.url()).pathname).toBe("/cart");
  await line.restore();
  await expect(member.cartLine("Morning Mug")).toBeVisible();
});

test("adding and changing are refused kindly, and the cart is as it was", async ({ line, shop, member }) => {
  const cookie = await member.cookie();
  const refused = member.page.getByText("The shop cannot be reached just now. Nothing was changed");
  await member.open("/products/tall-mug");
  await line.refuse();
  await expect.poll(statusOf("/cart", shop)).toBe(503);
  await member.page.getByRole("button", { name: "Add to cart" }).click();
  await expect(refused).toBeVisible();

  await line.restore();
  await expect.poll(statusOf("/cart", shop)).toBe(200);
  await member.open("/cart");
  await line.refuse();
  await expect.poll(statusOf("/cart", shop)).toBe(503);
  await member.page.getByRole("button", { name: /^Remove/ }).click();
  await expect(refused).toBeVisible();
  await expect(member.cartLine("Morning Mug")).toBeVisible();

  await line.restore();
  expect(await member.cartRows()).toEqual([{ sku: "MOR-TER", quantity: 2 }]);
  expect(await member.cookie()).toEqual(cookie);
});

test("logging in is refused kindly, keeps what was typed, and works a moment later", async ({ line, shop, device }) => {
  const shopper = await device({ baseURL: shop.origin });
  await shopper.open("/login");
  await line.refuse();
  await expect.poll(statusOf("/login", shop)).toBe(503);
  await shopper.fillLogIn();
  await shopper.page.getByRole("button", { name: "Log in" }).click();
  await expect(shopper.page.getByText("The shop cannot be reached just now. Nothing was changed")).toBeVisible();
  await expect(shopper.page.getByLabel("Email")).toHaveValue(shopper.account.email);
  expect(await shopper.context.cookies()).toEqual([]);

  await line.restore();
  await expect.poll(statusOf("/login", shop)).toBe(200);
  await shopper.logIn();
  expect((await shopper.row()).userId).toBe(shopper.account.id);
});

const troubles: { name: string; begin: (line: DatabaseLine) => unknown }[] = [
  { name: "is frozen", begin: (line) => line.freeze() },
  { name: "takes no more connections", begin: (line) => line.say("too many connections") },
  { name: "is starting up", begin: (line) => line.say("starting up") },
];

for (const { name, begin } of troubles) {
  test(`when the database ${name}, nobody is out afterwards`, async ({ line, shop, member }) => {
    const token = await member.token();
    await begin(line);
    // The first ones slip through until the probe has noticed, and are no answer either.
    const statuses = await Promise.all(
      ["/account", "/cart", "/api/session"].map((path) => statusOf(path, shop, token)()),
    );
    for (const status of statuses) expect(status).toBe(503);
    await expect.poll(statusOf("/account", shop, token)).toBe(503);
    expect(await peek(token, shop.origin)).toEqual({ status: "unavailable", message: expect.any(String) });
    expect(await statusOf("/", shop)()).toBe(200);
    await line.restore();
    await expect.poll(statusOf("/account", shop, token)).toBe(200);
    expect(await peek(token, shop.origin)).toMatchObject({ status: "member" });
  });
}

test("a restart under load is an answer or a refusal for everybody, and never a logout", async ({
  line,
  shop,
  member,
}) => {
  const token = await member.token();
  for (let round = 0; round < 5; round++) {
    const asked = Array.from({ length: 12 }, () => peek(token, shop.origin));
    line.cut();
    for (const { status } of await Promise.all(asked)) expect(["member", "unavailable"]).toContain(status);
  }
  await expect.poll(() => peek(token, shop.origin)).toMatchObject({ status: "member" });
  expect(await member.row()).toMatchObject({ endedAt: null });
});

test("after a failover the pool forgets the connections that will never answer", async ({ line, shop, member }) => {
  test.slow(); // every statement on such a connection is waited for until it times out
  const token = await member.token();
  const add = (fields = { sku: "MOR-TER", quantity: "1" }) =>
    postForm("/products/morning-mug", { form: "Add to cart", fields, token, origin: shop.origin });
  // As many connections as the pool may have, all of them taken by transactions that will not end.
  await Promise.all(Array.from({ length: 30 }, () => peek(token, shop.origin)));
  const adding = Array.from({ length: 10 }, () => add());
  line.freeze();
  await Promise.all(adding);
  line.forgetFrozen();
  await expect.poll(statusOf("/account", shop, token), { timeout: 20_000 }).toBe(200);
  const answers = await Promise.all(Array.from({ length: 20 }, () => peek(token, shop.origin)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(["member"]));
});

test("a database whose name nobody knows is one that is away", async ({ server }) => {
  const shop = await server({ env: { DATABASE_URL: "postgresql://shop@database.invalid/shop" } });
  await expect.poll(statusOf("/cart", shop)).toBe(503);
  expect(await peek("A".repeat(43), shop.origin)).toEqual({ status: "unavailable", message: expect.any(String) });
  expect(await statusOf("/", shop)()).toBe(200);
});
