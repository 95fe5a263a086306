import type { Account } from "./support/account";
import { type Age, ageColumn, eventTypes } from "./support/database";
import { expect, test } from "./support/fixtures";
import { staticPages } from "./support/pages";
import { request } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

type Kind = "member" | "remembered" | "staff";
type Limit = { kind: Kind; within: Age; beyond: Age; said: string };

async function logInAs(kind: Kind, device: (options: { account?: Account }) => Promise<Shopper>, staff: Account) {
  const shopper = await device(kind === "staff" ? { account: staff } : {});
  await shopper.logIn({ remembered: kind === "remembered" });
  return shopper;
}

const idleLimits: Limit[] = [
  { kind: "member", within: { minutes: 29 }, beyond: { minutes: 31 }, said: "after 30 minutes without activity" },
  {
    kind: "remembered",
    within: { days: 13, hours: 23 },
    beyond: { days: 14, hours: 1 },
    said: "after 14 days without activity",
  },
  { kind: "staff", within: { minutes: 14 }, beyond: { minutes: 16 }, said: "after 15 minutes without activity" },
];

for (const { kind, within, beyond, said } of idleLimits) {
  test(`a ${kind} stays in within the idle limit, is out beyond it, and is told why once`, async ({
    device,
    staff,
  }) => {
    const shopper = await logInAs(kind, device, staff);
    await shopper.age(within);
    await shopper.open("/account");
    await expect(shopper.page.getByRole("heading", { name: "Hello, Robin Test" })).toBeVisible();

    const cookie = await shopper.cookie();
    await shopper.age(beyond);
    await shopper.open("/account");
    await expect(shopper.page).toHaveURL(/\/login\?next=%2Faccount$/);
    await expect(shopper.page.getByRole("status").filter({ hasText: said })).toBeVisible();
    expect(await shopper.row()).toMatchObject({ endReason: "IDLE_TIMEOUT", explainedAt: expect.any(Date) });
    expect(await shopper.cookie()).toEqual(cookie);
    expect(await eventTypes((await shopper.row()).id)).toEqual(["started", "ended"]);

    // An answer may get lost: in the same moment it is said again.
    await shopper.page.reload();
    await expect(shopper.page.getByText(said)).toBeVisible();
    await shopper.age({ seconds: 11 });
    await shopper.page.reload();
    await expect(shopper.page.getByRole("heading", { name: "Log in" })).toBeVisible();
    await expect(shopper.page.getByText(said)).toBeHidden();
  });
}

const absoluteLimits: Limit[] = [
  {
    kind: "member",
    within: { hours: 23, minutes: 59 },
    beyond: { minutes: 2 },
    said: "a login lasts at most 24 hours",
  },
  { kind: "remembered", within: { days: 29, hours: 23 }, beyond: { hours: 2 }, said: "a login lasts at most 30 days" },
  { kind: "staff", within: { hours: 7, minutes: 59 }, beyond: { minutes: 2 }, said: "a login lasts at most 8 hours" },
];

for (const { kind, within, beyond, said } of absoluteLimits) {
  test(`a ${kind} is out at the absolute limit, even while active and while peeking`, async ({ device, staff }) => {
    const shopper = await logInAs(kind, device, staff);
    const { id } = await shopper.row();
    await ageColumn(id, "loggedInAt", within);
    await shopper.open("/account");
    await expect(shopper.page.getByRole("heading", { name: "Hello, Robin Test" })).toBeVisible();

    await ageColumn(id, "loggedInAt", beyond);
    const peek = await shopper.page.request.get("/api/session");
    expect(await peek.json()).toEqual({ status: "ended", message: expect.stringContaining(said) });
    await shopper.open("/account");
    await expect(shopper.page.getByRole("status").filter({ hasText: said })).toBeVisible();
    expect(await shopper.row()).toMatchObject({ endReason: "ABSOLUTE_TIMEOUT" });
  });
}

test("a guest's cart is there after 29 days and gone without a word after 31", async ({ shopper }) => {
  await shopper.addToCart("Morning Mug");
  await shopper.age({ days: 29 });
  await shopper.open("/cart");
  await expect(shopper.cartLine("Morning Mug")).toBeVisible();

  await shopper.age({ days: 31 });
  await shopper.open("/cart");
  await expect(shopper.page.getByText("Your cart is empty")).toBeVisible();
  expect(await shopper.row()).toMatchObject({ endReason: "IDLE_TIMEOUT" });

  const before = await shopper.token();
  await shopper.addToCart("Tall Mug");
  expect(await shopper.token()).not.toBe(before);
  expect(await shopper.cartRows()).toEqual([{ sku: "TAL-MOS", quantity: 1 }]);
});

test("a guest who was seen every week is out after 90 days", async ({ shopper }) => {
  await shopper.addToCart("Morning Mug");
  await ageColumn((await shopper.row()).id, "createdAt", { days: 90 });
  await shopper.open("/cart");
  await expect(shopper.page.getByText("Your cart is empty")).toBeVisible();
  expect(await shopper.row()).toMatchObject({ endReason: "ABSOLUTE_TIMEOUT" });
});

test("a shopper who pauses for 31 minutes is told why, logs in again and finds the cart", async ({ shopper }) => {
  await shopper.logIn();
  await shopper.addToCart("Morning Mug");
  await shopper.age({ minutes: 31 });
  await shopper.open("/cart");
  await expect(shopper.page.getByRole("status").first()).toContainText("30 minutes without activity");
  const { id } = await shopper.row();
  await shopper.page.getByRole("status").getByRole("link", { name: "Log in" }).click();
  await expect(shopper.page).toHaveURL(/\/login\?next=%2Fcart$/);
  await shopper.logIn();
  await expect(shopper.page).toHaveURL(/\/cart$/);
  await expect(shopper.cartLine("Morning Mug")).toBeVisible();
  expect((await shopper.row()).id).not.toBe(id);
});

for (const { link, meets } of [
  { link: "Account", meets: /\/login\?next=%2Faccount$/ },
  { link: "Cart", meets: /\/cart$/ },
]) {
  test(`a link to ${link} that meets the end says why for good, and nothing private is left behind it`, async ({
    shopper,
  }) => {
    const { page } = shopper;
    const header = page.getByRole("banner");
    await shopper.logIn();
    await expect(page.getByText(shopper.account.email)).toBeVisible();
    await page.getByRole("link", { name: "How sessions work" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "How sessions work" })).toBeVisible();
    await shopper.age({ minutes: 31 });
    await header.getByRole("link", { name: link, exact: true }).click();
    await expect(page).toHaveURL(meets);
    const why = page.getByRole("main").getByText("30 minutes without activity");
    await expect(why).toBeVisible();
    await expect(header.getByRole("link", { name: "Log in" })).toBeVisible();
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect(why).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1, name: "How sessions work" })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("heading", { name: "Log in" })).toBeVisible();
    await expect(page.getByText(shopper.account.email)).toBeHidden();
  });
}

test("a click that meets the end does nothing but say so; the next one starts a guest's cart", async ({ shopper }) => {
  await shopper.logIn();
  await shopper.open("/products/dip-bowl");
  await expect(shopper.page.getByRole("link", { name: "Account" })).toBeVisible();
  await shopper.age({ minutes: 31 });
  await shopper.page.getByRole("button", { name: "Add to cart" }).click();
  await expect(shopper.page.getByRole("status")).toContainText("30 minutes without activity");
  await expect(shopper.cartLink(0)).toBeVisible();
  const ended = await shopper.row();
  expect(ended).toMatchObject({ endReason: "IDLE_TIMEOUT" });

  await shopper.addToCart("Dip Bowl");
  expect(await shopper.row()).toMatchObject({ userId: null, endedAt: null });
  expect((await shopper.row()).id).not.toBe(ended.id);
});

test("peeking never extends a session, a page and real input do, at most once a minute", async ({ shopper }) => {
  await shopper.logIn();
  const seenAt = async () => (await shopper.row()).lastSeenAt.getTime();
  await shopper.age({ minutes: 20 });
  const aged = await seenAt();
  const peek = await shopper.page.request.get("/api/session");
  expect((await peek.json()).idleInMs).toBeLessThanOrEqual(10 * 60_000);
  expect(await seenAt()).toBe(aged);

  const touched = await shopper.page.evaluate(async () => (await fetch("/api/session", { method: "POST" })).json());
  expect(touched.idleInMs).toBeGreaterThan(29 * 60_000);
  const extended = await seenAt();
  expect(extended).toBeGreaterThan(aged);

  await shopper.open("/account");
  expect(await seenAt()).toBe(extended);
  await shopper.age({ minutes: 2 });
  await shopper.open("/account");
  expect(await seenAt()).toBeGreaterThan(extended);
});

test("what is fetched ahead, asked for in the background or the same for everybody is no activity", async ({
  shopper,
}) => {
  await shopper.logIn();
  await shopper.age({ minutes: 20 });
  const { lastSeenAt } = await shopper.row();
  const token = await shopper.token();
  const router = { rsc: "1", "next-router-prefetch": "1" };
  const ahead: Record<string, string>[] = [
    { "sec-purpose": "prefetch" },
    { "sec-purpose": "prefetch;prerender" },
    router,
    { ...router, "next-router-segment-prefetch": "/_tree" },
    { ...router, "next-router-segment-prefetch": "/account/__PAGE__" },
  ];
  for (const path of ["/account", "/account/orders", "/account/sessions", "/cart", "/session"]) {
    for (const headers of ahead) {
      const what = `${path} ${JSON.stringify(headers)}`;
      expect((await request(path, { token, headers })).status, what).toBeLessThan(500);
      expect((await shopper.row()).lastSeenAt, what).toEqual(lastSeenAt);
    }
  }
  const background = ["/api/session", "/api/health/ready", "/api/search/suggest?q=mug"];
  for (const path of [...background, "/api/availability?product=tall-mug", ...staticPages]) {
    await request(path, { token });
    expect((await shopper.row()).lastSeenAt, path).toEqual(lastSeenAt);
  }
  await request("/api/session", { token, method: "POST", headers: { origin: "https://evil.example" } });
  expect((await shopper.row()).lastSeenAt, "a post from elsewhere").toEqual(lastSeenAt);
});

test("a 29-day-old guest logs in and stays in", async ({ shopper }) => {
  await shopper.addToCart("Morning Mug");
  await shopper.age({ days: 29 });
  await shopper.logIn();
  await shopper.open("/account");
  await expect(shopper.page.getByRole("heading", { name: "Hello, Robin Test" })).toBeVisible();
  expect(await shopper.cartRows()).toEqual([{ sku: "MOR-TER", quantity: 1 }]);
});
