import type { Account } from "./support/account";
import { createAccount, deleteAccount, hashPassword } from "./support/account";
import { findRow, hashOf, sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { hold } from "./support/hold";
import { handedToken, otherOrigin, peek, postForm, request, shopOrigin } from "./support/plain-form";

// Everything at once, by plain HTTP from both servers, and then the rows must make sense.

const origins = [shopOrigin, otherOrigin];
const onBoth = <T>(count: number, request: (origin: string, place: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, place) => request(origins[place % 2] ?? shopOrigin, place)));

const add = (sku: string, options: { token?: string; origin?: string; seenBy?: string } = {}) =>
  postForm("/products/espresso-cup", { form: "sku", fields: { sku, quantity: "1" }, ...options });

const logIn = ({ email, password }: Account, options: { token?: string; origin?: string } = {}) =>
  postForm("/login", { form: "password", fields: { email, password }, ...options });

const liveSessions = (userId: string) =>
  sql<{ id: string }>(`SELECT id FROM "Session" WHERE "userId" = $1 AND "endedAt" IS NULL`, [userId]);

const openCarts = (userId: string) =>
  sql<{ sku: string; quantity: number; cartId: string }>(
    `SELECT v.sku, l.quantity, c.id AS "cartId" FROM "Cart" c JOIN "CartLine" l ON l."cartId" = c.id
     JOIN "Variant" v ON v.id = l."variantId" WHERE c."userId" = $1 AND c."closedAt" IS NULL ORDER BY v.sku`,
    [userId],
  );

/** A guest's token with one espresso cup in the cart. */
async function startGuest(): Promise<string> {
  const token = handedToken(await add("ESP-IRO"));
  if (!token) throw new Error("No session was started");
  return token;
}

test("ten adds at once in one guest's cart are ten pieces in one line", async () => {
  const token = await startGuest();
  await onBoth(9, (origin) => add("ESP-IRO", { token, origin }));
  const row = await findRow(token);
  const lines = await sql(
    `SELECT l.quantity FROM "CartLine" l JOIN "Cart" c ON c.id = l."cartId" WHERE c."sessionId" = $1`,
    [row?.id],
  );
  expect(lines).toEqual([{ quantity: 10 }]);

  const eleventh = await add("ESP-IRO", { token });
  expect(eleventh.status).toBe(200);
  expect(await eleventh.text()).toContain("You have 10 in your cart, which is all there is.");
});

test("twenty logins at once with one guest's token leave one live session and the cart once", async ({ account }) => {
  const token = await startGuest();
  const answers = await onBoth(20, (origin) => logIn(account, { token, origin }));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(303));

  const live = await liveSessions(account.id);
  expect(live).toHaveLength(1);
  const handed = answers.map(handedToken).filter((token) => token !== undefined);
  const winners = await Promise.all(handed.map(async (token) => (await peek(token)).status === "member"));
  expect(winners.filter(Boolean)).toHaveLength(1);
  expect(await openCarts(account.id)).toEqual([expect.objectContaining({ sku: "ESP-IRO", quantity: 1 })]);
});

test("twenty logins at once without a cookie leave ten live sessions, the others ended by the limit", async ({
  account,
}) => {
  await onBoth(20, (origin) => logIn(account, { origin }));
  expect(await liveSessions(account.id)).toHaveLength(10);
  const ended = await sql(`SELECT "endReason" FROM "Session" WHERE "userId" = $1 AND "endedAt" IS NOT NULL`, [
    account.id,
  ]);
  expect(ended).toEqual(Array(10).fill({ endReason: "SESSION_LIMIT" }));
});

test("adds in flight while the guest logs in lose no piece and never land in a dead cart", async ({ account }) => {
  const token = await startGuest();
  const [login, ...adds] = await Promise.all([
    logIn(account, { token }),
    ...Array.from({ length: 8 }, (_, place) => add("ESP-SNO", { token, origin: origins[place % 2] })),
  ]);
  expect(login.status).toBe(303);
  const taken = adds.filter(({ status }) => status === 303).length;
  const refused = await Promise.all(adds.filter(({ status }) => status !== 303).map((answer) => answer.text()));
  for (const page of refused) expect(page).toContain("Please try again");

  const lines = await openCarts(account.id);
  expect(lines.find(({ sku }) => sku === "ESP-IRO")).toMatchObject({ quantity: 1 });
  expect(lines.find(({ sku }) => sku === "ESP-SNO")?.quantity ?? 0).toBe(taken);
  expect(new Set(lines.map(({ cartId }) => cartId)).size).toBe(1);
  expect(adds.flatMap((answer) => answer.headers.getSetCookie())).toEqual([]);
  const orphans = await sql(
    `SELECT FROM "Cart" c JOIN "Session" s ON s.id = c."sessionId" WHERE s."userId" IS NOT NULL AND c."closedAt" IS NULL`,
  );
  expect(orphans).toEqual([]);
});

test("a login while another device orders the member's cart loses none of the guest's lines", async ({ account }) => {
  await add("TUM-BLU", { token: handedToken(await logIn(account)) });
  const token = await startGuest();
  await add("ESP-SNO", { token, seenBy: token });

  const order = await hold<{ id: string }>(
    `SELECT id FROM "Cart" WHERE "userId" = $1 AND "closedAt" IS NULL FOR UPDATE`,
    [account.id],
  );
  const login = logIn(account, { token });
  await order.waited();
  await order.query(`UPDATE "Cart" SET "closedAt" = now() WHERE id = $1`, [order.rows[0]?.id]);
  await order.letGo();

  expect((await login).status).toBe(303);
  const lines = await openCarts(account.id);
  expect(lines.map(({ sku, quantity }) => ({ sku, quantity }))).toEqual([
    { sku: "ESP-IRO", quantity: 1 },
    { sku: "ESP-SNO", quantity: 1 },
  ]);
  expect(lines.map(({ cartId }) => cartId)).not.toContain(order.rows[0]?.id);
});

test("two people who log in at once with one guest's token do not share a session or a cart", async ({ account }) => {
  const other = await createAccount();
  const token = await startGuest();
  await Promise.all([logIn(account, { token }), logIn(other, { token, origin: otherOrigin })]);
  const [mine, theirs] = [await openCarts(account.id), await openCarts(other.id)];
  expect([...mine, ...theirs]).toEqual([expect.objectContaining({ sku: "ESP-IRO", quantity: 1 })]);
  const shared = await sql(`SELECT "tokenHash" FROM "Session" WHERE "tokenHash" = $1`, [hashOf(token)]);
  expect(shared).toEqual([]);
  const live = [...(await liveSessions(account.id)), ...(await liveSessions(other.id))];
  expect(live.length).toBeLessThanOrEqual(2);
  await deleteAccount(other.email);
});

test("a logout beats the touches that race it, on every server", async ({ account }) => {
  const token = handedToken(await logIn(account)) ?? "";
  const row = await findRow(token);
  await sql(`UPDATE "Session" SET "lastSeenAt" = "lastSeenAt" - interval '5 min' WHERE id = $1`, [row?.id]);
  const touches = onBoth(20, (origin) =>
    request("/api/session", { method: "POST", token, origin, headers: { origin } }),
  );
  const logout = request("/logout", { method: "POST", token, headers: { origin: shopOrigin } });
  await Promise.all([touches, logout]);
  expect(await findRow(token)).toMatchObject({ endReason: "LOGGED_OUT" });
  for (const origin of origins)
    expect(await peek(token, origin)).toMatchObject({ status: expect.not.stringMatching("member") });
});

test("a password that changes while it is being checked lets nobody in any more", async ({ account }) => {
  const logins = onBoth(20, (origin) => logIn(account, { origin }));
  const passwordHash = await hashPassword("another password");
  await sql(`UPDATE "User" SET "passwordHash" = $2 WHERE id = $1`, [account.id, passwordHash]);
  const [before] = await sql(`SELECT count(*) FROM "Session" WHERE "userId" = $1`, [account.id]);
  await logins;
  const [after] = await sql(`SELECT count(*) FROM "Session" WHERE "userId" = $1`, [account.id]);
  expect(after).toEqual(before);
  const late = await logIn(account);
  expect(handedToken(late)).toBeUndefined();
  // Twenty at once from one network may have to wait.
  expect(await late.text()).toMatch(/Email and password do not match|Too many tries/);
});

test("an add in another tab waits for the login in this one, and lands in the member's cart", async ({ shopper }) => {
  await shopper.addToCart("Espresso Cup");
  const tab = await shopper.context.newPage();
  await tab.goto("/products/tumbler");
  await expect(tab.getByRole("link", { name: "Cart, 1 item" })).toBeVisible();

  await shopper.open("/login");
  const release = await shopper.holdRequests("**/login");
  await shopper.fillLogIn();
  await shopper.page.getByRole("button", { name: "Log in" }).click();
  await tab.getByRole("button", { name: "Add to cart" }).click();
  await expect(tab.getByRole("link", { name: "Cart, 2 items" })).toBeVisible();
  release();
  await expect(shopper.page).toHaveURL(/\/account$/);
  await expect
    .poll(() => shopper.cartRows())
    .toEqual([
      { sku: "ESP-IRO", quantity: 1 },
      { sku: "TUM-BLU", quantity: 1 },
    ]);
  expect(await shopper.row()).toMatchObject({ userId: shopper.account.id, endedAt: null });
});

test("from an empty jar, a first add and a login take turns and leave the member logged in", async ({ shopper }) => {
  const tab = await shopper.context.newPage();
  await tab.goto("/products/tumbler");
  await shopper.open("/login");
  await shopper.fillLogIn();
  await Promise.all([
    tab.getByRole("button", { name: "Add to cart" }).click(),
    shopper.page.getByRole("button", { name: "Log in" }).click(),
  ]);
  await expect(shopper.page).toHaveURL(/\/account$/);
  await expect.poll(() => shopper.cartRows()).toEqual([{ sku: "TUM-BLU", quantity: 1 }]);
  expect(await shopper.row()).toMatchObject({ userId: shopper.account.id, endedAt: null });
});
