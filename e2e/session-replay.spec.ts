import { ageSession, eventTypes, findRow, hashOf, sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { hold } from "./support/hold";
import { peek, postForm, request, shopOrigin } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

const RETIRE = `INSERT INTO "RetiredToken" (hash, "sessionId", authenticated) VALUES ($1, $2, $3)`;
const REPLACE = `UPDATE "Session" SET "tokenHash" = $1 WHERE id = $2`;

const postLogOut = (token: string) => request("/logout", { method: "POST", token, headers: { origin: shopOrigin } });

/** Sends the login, lets the server do it, and loses the answer on the way back. */
async function logInAndLoseTheAnswer(shopper: Shopper) {
  await shopper.open("/login");
  const cookies = await shopper.context.cookies();
  await shopper.page.route("**/login", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch();
    await route.abort();
  });
  await shopper.fillLogIn();
  await shopper.page.getByRole("button", { name: "Log in" }).click();
  await expect(shopper.page.getByRole("alert").filter({ hasText: "cannot reach the shop" })).toBeVisible();
  await shopper.page.unroute("**/login");
  // Playwright's own fetch keeps the cookie that the browser never saw.
  await shopper.context.clearCookies();
  await shopper.context.addCookies(cookies);
}

test.describe("When the answer to a login is lost", () => {
  test("the old token opens nothing, starts nothing and says to try again", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    const token = await shopper.token();
    await logInAndLoseTheAnswer(shopper);
    expect(await shopper.token()).toBe(token);

    await shopper.open("/cart");
    await expect(shopper.page.getByText("Your login is still on its way")).toBeVisible();
    await shopper.open("/products/tall-mug");
    await shopper.page.getByRole("button", { name: "Add to cart" }).click();
    await expect(shopper.page.getByRole("status")).toContainText("Please try again");
    expect(await shopper.token()).toBe(token);
    expect(await shopper.row()).toMatchObject({ userId: shopper.account.id, endedAt: null });
    expect(await shopper.cartRows()).toEqual([{ sku: "MOR-TER", quantity: 1 }]);
  });

  test("after half a minute the lost session ends, plainly and never as a theft", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    await logInAndLoseTheAnswer(shopper);
    await shopper.age({ seconds: 31 });
    await shopper.open("/cart");
    await expect(shopper.page.getByRole("status").first()).toContainText("Please log in again. Your cart is safe.");
    const lost = await shopper.row();
    expect(lost).toMatchObject({ endReason: "ROTATION_LOST" });
    expect(await eventTypes(lost.id)).not.toContain("reuse");

    await shopper.logIn();
    await shopper.open("/cart");
    await expect(shopper.cartLine("Morning Mug")).toBeVisible();
  });

  test("logging in once more at once works and leaves one live session", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    await logInAndLoseTheAnswer(shopper);
    const lost = await shopper.row();
    await shopper.logIn();
    expect((await shopper.row()).id).not.toBe(lost.id);
    expect(await shopper.cartRows()).toEqual([{ sku: "MOR-TER", quantity: 1 }]);
    await shopper.open("/account");
    await expect(shopper.page.getByRole("heading", { name: "Hello, Robin Test" })).toBeVisible();
  });
});

test.describe("A replaced token", () => {
  test("of a guest counts as none once its successor was seen, and is written down", async ({ shopper, device }) => {
    await shopper.addToCart("Morning Mug");
    const guest = await shopper.token();
    await shopper.logIn();
    const { id } = await shopper.row();

    const thief = await device();
    await thief.carryToken(guest);
    await thief.open("/cart");
    await expect(thief.page.getByText("Your login is still on its way")).toBeVisible();

    await ageSession(id, { seconds: 31 });
    await thief.open("/cart");
    await expect(thief.page.getByText("Your cart is empty")).toBeVisible();
    await thief.page.reload();
    expect((await eventTypes(id)).filter((type) => type === "reuse")).toHaveLength(1);

    await shopper.open("/account");
    await expect(shopper.page.getByRole("heading", { name: "Hello, Robin Test" })).toBeVisible();
  });

  test("that had logged somebody in ends the session, and only its owner is told", async ({ shopper, device }) => {
    await shopper.logIn();
    const first = await shopper.token();
    await shopper.logIn();
    const { id } = await shopper.row();
    expect(await shopper.token()).not.toBe(first);
    expect((await findRow(first))?.id).toBe(id);
    await shopper.open("/account");
    await ageSession(id, { seconds: 31 });

    const thief = await device();
    await thief.carryToken(first);
    await thief.open("/account");
    await expect(thief.page).toHaveURL(/\/login/);
    await expect(thief.page.getByText("old copy of your login")).toBeHidden();
    expect(await shopper.row()).toMatchObject({ endReason: "REUSE_DETECTED", explainedAt: null });
    expect(await eventTypes(id)).toEqual(["started", "rotated", "reuse", "ended"]);

    await shopper.open("/account");
    await expect(shopper.page.getByRole("status").first()).toContainText("an old copy of your login was used");
  });

  test("that had logged somebody in still logs out: ending never needs a live credential", async ({ shopper }) => {
    await shopper.logIn();
    const first = await shopper.token();
    await shopper.logIn();
    await postLogOut(first);
    expect(await shopper.row()).toMatchObject({ endReason: "LOGGED_OUT" });
  });

  test("of a guest, perhaps planted, ends no member's session and says nothing of it", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    const planted = await shopper.token();
    await shopper.logIn();
    const answer = await postLogOut(planted);
    expect(answer.status).toBe(303);
    expect(await shopper.row()).toMatchObject({ endedAt: null });
    await shopper.open("/account");
    await expect(shopper.page.getByRole("heading", { name: "Hello, Robin Test" })).toBeVisible();
  });

  test("of a guest ends nothing either while the login is under way", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    const planted = await shopper.token();
    const { id } = await shopper.row();
    const login = await hold(
      `UPDATE "Session" SET "tokenHash" = $1, "userId" = $2, "loggedInAt" = now(), "authenticatedAt" = now() WHERE id = $3`,
      [hashOf(`${planted}'s successor`), shopper.account.id, id],
    );
    await login.query(RETIRE, [hashOf(planted), id, false]);
    const answer = postLogOut(planted);
    await login.waited();
    await login.letGo();
    expect((await answer).status).toBe(303);
    expect(await findRow(planted)).toMatchObject({ userId: shopper.account.id, endedAt: null });
  });

  test("of a stranger, planted in a browser, never leads to the session that logs in there", async ({
    shopper,
    device,
    staff,
  }) => {
    // The stranger logs in twice and keeps the second answer from arriving: the first token waits for its successor.
    const stranger = await device({ account: staff });
    await stranger.logIn();
    const planted = await stranger.token();
    const { id } = await stranger.row();
    await postForm("/login", { form: "password", fields: { ...staff }, token: planted });

    await shopper.carryToken(planted);
    await shopper.logIn();
    const { id: victim } = await shopper.row();
    expect(await sql(`SELECT FROM "RetiredToken" WHERE "sessionId" = $1`, [victim])).toEqual([]);
    expect(await findRow(planted)).toMatchObject({ id, endedAt: null });
    await shopper.open("/account");
    await ageSession(victim, { seconds: 31 });
    await stranger.carryToken(planted);
    await stranger.open("/account");
    await postLogOut(planted);
    expect(await shopper.row()).toMatchObject({ endedAt: null });
  });

  test("is not taken for stolen because an earlier one's successor arrived", async ({ shopper }) => {
    await shopper.logIn();
    const [first, second, third] = [await shopper.token(), "B".repeat(43), "C".repeat(43)];
    const { id } = await shopper.row();
    await sql(RETIRE, [hashOf(first), id, true]);
    await sql(REPLACE, [hashOf(second), id]);
    // The browser sends the second token, which another request replaces before its arrival is written down.
    const rotation = await hold(`LOCK TABLE "RetiredToken" IN SHARE MODE`);
    const asked = peek(second);
    await rotation.waited();
    await rotation.query(RETIRE, [hashOf(second), id, true]);
    await rotation.query(REPLACE, [hashOf(third), id]);
    await rotation.letGo();
    expect(await asked).toMatchObject({ status: "member" });
    const [row] = await sql<{ successorSeenAt: Date | null }>(
      `SELECT "successorSeenAt" FROM "RetiredToken" WHERE hash = $1`,
      [hashOf(second)],
    );
    expect(row).toEqual({ successorSeenAt: null });
  });

  test("whose successor arrives at the last moment ends nothing", async ({ shopper }) => {
    await shopper.logIn();
    const [first, second] = [await shopper.token(), "D".repeat(43)];
    const { id } = await shopper.row();
    await sql(RETIRE, [hashOf(first), id, true]);
    await sql(REPLACE, [hashOf(second), id]);
    await ageSession(id, { seconds: 31 });
    const arrival = await hold(`UPDATE "RetiredToken" SET "successorSeenAt" = now() WHERE hash = $1`, [hashOf(first)]);
    const asked = peek(first);
    await arrival.waited();
    await arrival.letGo();
    expect(await asked).toEqual({ status: "none" });
    expect(await findRow(second)).toMatchObject({ endedAt: null });
  });
});
