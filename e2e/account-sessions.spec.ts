import { randomUUID } from "node:crypto";
import { findViolations } from "./support/axe";
import { cards, expect, postOrder, putInCart, test } from "./support/buying";
import { ageColumn, ageSession, endReasons, eventsOf, findRow, liveIds, sql } from "./support/database";
import { handedToken, otherOrigin, peek, postForm, request, shopOrigin } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

// ASVS 7.5.2, 7.4.1, 7.1.2 and 8.2.2: people see where they are logged in, and end what they do not know.

const firefoxOnLinux = "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0";
const safariOnIphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

const items = ({ page }: Shopper) => page.locator("main").getByRole("listitem").filter({ hasText: "Last seen" });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : " without JavaScript";

  test(`a member logs another device out${how}, and it is told why`, async ({ device }) => {
    const phone = await device({ userAgent: safariOnIphone });
    await phone.enter({ remembered: true });
    const token = await phone.token();
    const desk = await device({ userAgent: firefoxOnLinux, javaScriptEnabled });
    await desk.enter();
    await desk.open("/account/sessions");
    await expect(desk.page.getByRole("heading", { name: "Where you are logged in" })).toBeVisible();
    await expect(items(desk)).toHaveCount(2);
    await expect(items(desk).filter({ hasText: "This device" })).toContainText("Firefox on Linux");
    const other = items(desk).filter({ hasText: "Kept logged in" });
    await expect(other).toContainText("Safari on iOS");
    await other.getByRole("button", { name: "Log out", exact: true }).click();
    await expect(items(desk)).toHaveCount(1);
    if (javaScriptEnabled) await expect(desk.page.getByRole("status")).toContainText("is logged out");

    expect(await peek(token, otherOrigin)).toMatchObject({ status: "ended" });
    await phone.open("/account");
    await expect(phone.page.getByRole("status").first()).toContainText("logged out from another of your devices");
    expect(await phone.row()).toMatchObject({ endReason: "REVOKED_BY_USER" });
    expect(await desk.row()).toMatchObject({ endedAt: null });
  });
}

test("logging out everywhere else leaves this device alone", async ({ shopper, device, account }) => {
  const others = [await device(), await device()];
  for (const other of others) await other.enter();
  await shopper.enter();
  await shopper.open("/account/sessions");
  await shopper.page.getByRole("button", { name: "Log out everywhere else" }).click();
  await expect(shopper.page.getByRole("status")).toContainText("2 devices were logged out");
  await expect(items(shopper)).toHaveCount(1);
  expect(await liveIds(account.id)).toEqual([(await shopper.row()).id]);
  expect(await endReasons(account.id)).toEqual(["REVOKED_BY_USER", "REVOKED_BY_USER"]);
});

test("logging out everywhere ends this session too and takes its cookie", async ({ shopper, device, account }) => {
  const other = await device();
  await other.enter();
  await shopper.enter();
  const token = await shopper.token();
  await shopper.open("/account/sessions");
  await shopper.page.getByRole("button", { name: "Log out everywhere", exact: true }).click();
  await expect(shopper.page).toHaveURL("/");
  expect(await shopper.cookie()).toBeUndefined();
  expect(await findRow(token)).toMatchObject({ endReason: "LOGGED_OUT" });
  expect(await endReasons(account.id)).toEqual(["LOGGED_OUT", "REVOKED_BY_USER"]);
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`with a login that is not fresh, ending others asks for it first and does it afterwards${how}`, async ({
    device,
    account,
  }) => {
    const [phone, tablet] = [await device(), await device()];
    await phone.enter();
    await tablet.enter();
    const desk = await device({ javaScriptEnabled });
    await desk.enter();
    const buttons = {
      one: items(desk).filter({ hasText: "Last seen" }).getByRole("button", { name: "Log out", exact: true }).first(),
      others: desk.page.getByRole("button", { name: "Log out everywhere else" }),
      all: desk.page.getByRole("button", { name: "Log out everywhere", exact: true }),
    };
    for (const button of Object.values(buttons)) {
      await desk.stopBeingFresh();
      await desk.open("/account/sessions");
      await button.click();
      await desk.page.getByRole("heading", { name: "Confirm it's you" }).waitFor();
      expect(await liveIds(account.id)).toHaveLength(3);
    }
    await desk.confirm();
    await expect(desk.page.getByText("choose once more what to log out")).toBeVisible();
    await buttons.others.click();
    await expect(items(desk)).toHaveCount(1);
    expect(await liveIds(account.id)).toEqual([(await desk.row()).id]);
  });
}

test("a thief with a login of yesterday throws nobody out, by no form", async ({ shopper, device, account }) => {
  await shopper.enter({ remembered: true });
  const owner = await device();
  await owner.enter();
  await shopper.stopBeingFresh();
  const token = await shopper.token();
  const { id } = await owner.row();
  for (const form of ["session", "Log out everywhere else", "Log out everywhere"]) {
    const answer = await postForm("/account/sessions", { form, token, fields: { session: id } });
    expect(answer.headers.get("location"), form).toContain("/confirm");
  }
  expect(await liveIds(account.id)).toHaveLength(2);
});

test("logging out of this browser never asks who it is", async ({ shopper }) => {
  await shopper.enter();
  await shopper.stopBeingFresh();
  await shopper.open("/account");
  await shopper.logOut();
  expect(await shopper.lastRow()).toMatchObject({ endReason: "LOGGED_OUT" });
});

test("ending this session never asks, whichever way and however old the login is", async ({ account }) => {
  const elevenMinutesOld = async () => {
    const token = handedToken(await postForm("/login", { form: "password", fields: account })) ?? "";
    const id = (await findRow(token))?.id ?? "";
    await ageColumn(id, "authenticatedAt", { minutes: 11 });
    return { token, id };
  };
  const one = await elevenMinutesOld();
  const alone = await postForm("/account/sessions", { form: "Log out everywhere", token: one.token });
  expect(alone.headers.get("location")).toBe("/");
  expect(await findRow(one.token)).toMatchObject({ endReason: "LOGGED_OUT" });

  const [kept, two] = [await elevenMinutesOld(), await elevenMinutesOld()];
  await postForm("/account/sessions", { form: "session", token: two.token, fields: { session: two.id } });
  expect(await liveIds(account.id)).toEqual([kept.id]);
  await request("/logout", { method: "POST", token: kept.token, headers: { origin: shopOrigin } });
  expect(await liveIds(account.id)).toEqual([]);
});

test("somebody else's session is not found with an old login either", async ({ account, staff }) => {
  const token = handedToken(await postForm("/login", { form: "password", fields: account })) ?? "";
  const other = handedToken(await postForm("/login", { form: "password", fields: account })) ?? "";
  const theirs = handedToken(await postForm("/login", { form: "password", fields: staff })) ?? "";
  await ageColumn((await findRow(token))?.id ?? "", "authenticatedAt", { minutes: 11 });
  const session = (await findRow(theirs))?.id ?? "";
  expect((await postForm("/account/sessions", { form: "session", token, fields: { session } })).status).toBe(404);
  expect(await findRow(theirs)).toMatchObject({ endedAt: null });
  expect(await findRow(other)).toMatchObject({ endedAt: null });
});

test("a session that is overdue is not shown as live", async ({ shopper, device }) => {
  const other = await device();
  await other.enter();
  await ageSession((await other.row()).id, { minutes: 31 });
  await shopper.enter();
  await shopper.open("/account/sessions");
  await expect(items(shopper)).toHaveCount(1);
});

test("somebody else's session is not found, and lives on", async ({ shopper, device, staff }) => {
  await shopper.enter();
  const stranger = await device({ account: staff });
  await stranger.enter();
  const { id } = await stranger.row();
  const other = await device();
  await other.enter();
  for (const session of [id, randomUUID(), "x"]) {
    const token = await shopper.token();
    const answer = await postForm("/account/sessions", { form: "session", token, fields: { session } });
    expect(answer.status, session).toBe(404);
  }
  expect(await stranger.row()).toMatchObject({ endedAt: null });
});

test("the eleventh login ends the least recently used session, not the oldest, and ten are left", async ({
  account,
}) => {
  const logIn = async () => handedToken(await postForm("/login", { form: "password", fields: account })) ?? "";
  const tokens: string[] = [];
  for (let turn = 0; turn < 10; turn++) tokens.push(await logIn());
  // The oldest was used a moment ago; the fourth, which began later, the longest ago.
  for (const [place, token] of tokens.entries()) {
    const { id } = (await findRow(token)) ?? {};
    const unused = place === 0 ? 0 : place === 3 ? 20 : 10;
    await sql(`UPDATE "Session" SET "lastSeenAt" = now() - $2 * interval '1 min' WHERE id = $1`, [id, unused]);
  }
  tokens.push(await logIn());
  expect(await findRow(tokens[3] ?? "")).toMatchObject({ endReason: "SESSION_LIMIT" });
  expect(await liveIds(account.id)).toHaveLength(10);
  expect(await peek(tokens[3] ?? "", otherOrigin)).toMatchObject({ status: "ended" });
  for (const place of [0, 10]) expect(await peek(tokens[place] ?? "", otherOrigin)).toMatchObject({ status: "member" });
});

test("a login on a new device is told to the owner, the very first one is not", async ({ device, account }) => {
  const desk = await device({ userAgent: firefoxOnLinux });
  await desk.logIn();
  expect(await eventsOf(account.id, "new device")).toEqual([]);
  await desk.logIn();
  const phone = await device({ userAgent: safariOnIphone });
  await phone.logIn();
  expect(await eventsOf(account.id, "new device")).toEqual([
    { sessionId: (await phone.row()).id, detail: { device: "Mobile Safari on iOS" } },
  ]);
  await desk.open("/account/sessions");
  const happened = desk.page.getByRole("region", { name: "What happened" });
  await expect(happened.getByRole("listitem")).toHaveCount(1);
  await expect(happened).toContainText("You logged in on a new device: Mobile Safari on iOS.");
});

test("a device counts as new again after 90 days without it", async ({ device, account }) => {
  const desk = await device({ userAgent: firefoxOnLinux });
  await desk.logIn();
  await desk.logOut();
  await sql(`UPDATE "SessionEvent" SET at = at - interval '91 days' WHERE "userId" = $1`, [account.id]);
  await sql(`UPDATE "User" SET "createdAt" = "createdAt" - interval '91 days' WHERE id = $1`, [account.id]);
  await desk.logIn();
  expect(await eventsOf(account.id, "new device")).toHaveLength(1);
});

test("a replayed key is told to the owner after the next login", async ({ shopper, device, account }) => {
  await shopper.logIn();
  const old = await shopper.token();
  await shopper.logIn();
  await shopper.open("/account");
  await ageSession((await shopper.row()).id, { seconds: 31 });
  const thief = await device();
  await thief.carryToken(old);
  await thief.open("/account");
  await shopper.open("/account");
  await expect(shopper.page.getByRole("status").first()).toContainText("an old copy of your login was used");
  await shopper.logIn();
  await shopper.open("/account/sessions");
  await expect(shopper.page.getByRole("region", { name: "What happened" })).toContainText(
    "An old copy of your login was used. If that was not you, change your password.",
  );
  expect(await eventsOf(account.id, "reuse")).toHaveLength(1);
});

const privatePages = [
  ...["/account", "/account/orders", "/account/addresses", "/account/sessions", "/account/security"],
  ...["/verify-email", "/cart", "/checkout", "/checkout/challenge", "/confirm?next=/account/security"],
];

for (const width of [320, 1280]) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? "" : " and without JavaScript";
    test(`logging out is in sight on every private page, ${width} px wide${how}`, async ({ device, piece }) => {
      const shopper = await device({ viewport: { width, height: 800 }, javaScriptEnabled });
      await shopper.enter();
      const { id } = await shopper.row();
      const jar = await piece();
      await putInCart(shopper, jar);
      const placed = (await postOrder(await shopper.token())).headers.get("location") ?? "";
      await putInCart(shopper, jar);
      await postOrder(await shopper.token(), { card: cards.challenge });
      for (const path of [new URL(placed, shopOrigin).pathname, ...privatePages]) {
        if (path.startsWith("/confirm"))
          await sql(`UPDATE "Session" SET "authenticatedAt" = now() - interval '11 min' WHERE id = $1`, [id]);
        await shopper.open(path);
        expect(new URL(shopper.page.url()).pathname, "no other page was shown").toBe(path.replace(/\?.*/, ""));
        const button = shopper.page.getByRole("button", { name: "Log out", exact: true });
        await expect(button, path).toBeVisible();
        await expect(button, path).toBeInViewport();
        const scrolls = await shopper.page.locator("html").evaluate((html) => html.scrollWidth > html.clientWidth);
        expect(scrolls, `${path} scrolls sideways`).toBe(false);
      }
    });
  }
}

for (const width of [375, 1440]) {
  test(`the pages of the account have no accessibility problems at ${width} px`, async ({ device }) => {
    const other = await device({ userAgent: safariOnIphone });
    await other.enter();
    const shopper = await device({ viewport: { width, height: 900 } });
    await shopper.enter();
    for (const path of ["/account", "/account/sessions", "/account/security", "/confirm"]) {
      if (path === "/confirm") await ageSession((await shopper.row()).id, { minutes: 11 });
      await shopper.open(path);
      const violations = await findViolations(shopper.page);
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
        path,
      ).toEqual([]);
    }
  });
}
