import { randomBytes } from "node:crypto";
import { hiddenFields } from "../scripts/hidden-fields.mjs";
import {
  addPiece,
  address,
  cards,
  expect,
  fillAddress,
  fillCard,
  filled,
  ordersOf,
  type Piece,
  paymentsOf,
  placeOrder,
  postOrder,
  putInCart,
  test,
  uniqueEmail,
} from "./support/buying";
import { ageSession, eventTypes, findRow, sql } from "./support/database";
import { linkIn, mailTo } from "./support/mails";
import { handedToken, peek, request, shopOrigin } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

// A guest's token may be planted, or shared. It must not see what a person types and orders.

const street = address["Street and number"];

/** Whoever holds this token sees nothing personal on any page, and no session. */
async function expectBlind(token: string, ...paths: string[]) {
  for (const path of ["/checkout", "/session", ...paths]) {
    const answer = await request(path, { token });
    expect(await answer.text(), path).not.toContain(street);
    expect(handedToken(answer), path).toBeUndefined();
  }
  expect((await peek(token)).status).toBe("none");
}

const isSave = (url: string) => new URL(url).pathname === "/api/session/draft";

/** Types one field and waits until it is kept. */
async function type({ page }: Shopper, label: string, text: string) {
  const kept = page.waitForResponse((response) => isSave(response.url()) && response.ok());
  await page.getByLabel(label).fill(text);
  await page.getByLabel(label).blur();
  await kept;
}

const thanks = ({ page }: Shopper) => page.getByRole("heading", { name: "Thank you" });

/** At the checkout with a piece in the cart, under a token that somebody else may hold, too. */
async function startShared(shopper: Shopper, piece: Piece): Promise<string> {
  await putInCart(shopper, piece);
  await shopper.open("/checkout");
  return shopper.token();
}

/** Fills a guest's checkout, some of which is kept already where a script does it. The token that somebody may hold then. */
async function fillCheckout(shopper: Shopper, piece: Piece, { isScripted }: { isScripted: boolean }): Promise<string> {
  await startShared(shopper, piece);
  await fillAddress(shopper.page, { email: uniqueEmail() });
  await fillCard(shopper.page);
  if (isScripted) await type(shopper, "City", "Berlin");
  return shopper.token();
}

/**
 * Lets the server do what the next post to `path` asks for, and loses the answer on its way back: by a broken line or,
 * where that would take the page away too, by an answer that leaves it as it is. Resolves to a promise of that.
 */
async function loseNextAnswer({ context, page }: Shopper, path: string, { isBroken }: { isBroken: boolean }) {
  let isLost = false;
  let sayLost = () => {};
  const lost = new Promise<void>((resolve) => {
    sayLost = resolve;
  });
  await page.route(
    (url) => url.pathname === path,
    async (route) => {
      if (isLost || route.request().method() !== "POST") return route.continue();
      isLost = true;
      const cookies = await context.cookies();
      await route.fetch({ maxRedirects: 0 });
      // Playwright's own fetch keeps the cookie that the browser never saw.
      await context.clearCookies();
      await context.addCookies(cookies);
      await (isBroken ? route.abort() : route.fulfill({ status: 204 }));
      sayLost();
    },
  );
  return { lost };
}

/** Saves by plain HTTP what somebody has typed at the checkout, or on another page. */
function save(token: string, { page, ...fields }: Record<string, string>, path = "/checkout") {
  const body = JSON.stringify({ path, fields, page });
  return request("/api/session/draft", { method: "POST", body, token, headers: { origin: shopOrigin } });
}

const replaced = async ({ id }: { id: string }) =>
  (await sql(`SELECT FROM "RetiredToken" WHERE "sessionId" = $1`, [id])).length;

test("whoever planted the cookie sees no address being typed, not even after typing there first", async ({
  shopper,
  device,
  piece,
}) => {
  const attacker = await device();
  await startShared(attacker, await piece());
  await type(attacker, "City", "Nowhere");
  const planted = await attacker.token();

  await shopper.carryToken(planted);
  await shopper.open("/checkout");
  await type(shopper, "Street and number", street);
  expect(await shopper.token()).not.toBe(planted);
  await expectBlind(planted);
  await shopper.page.reload();
  await expect(shopper.page.getByLabel("Street and number")).toHaveValue(street);
  const { id } = await shopper.row();
  expect((await findRow(planted))?.id).toBe(id);
  await ageSession(id, { seconds: 31 });
  await expectBlind(planted);
  expect(await shopper.cartRows()).toHaveLength(1);
});

test("a token is replaced for the first that is typed, and not with every key", async ({ shopper, piece }) => {
  await startShared(shopper, await piece());
  await type(shopper, "Full name", "Robin");
  const token = await shopper.token();
  for (const [label, text] of Object.entries(address)) await type(shopper, label, text);
  expect(await shopper.token()).toBe(token);
  expect(await replaced(await shopper.row())).toBe(1);
});

test("what is kept by other hands than the page's is no more to be seen: a draft, or a field without its page", async ({
  piece,
}) => {
  const jar = await piece();
  const [typed, drafted] = [await addPiece(jar), await addPiece(jar)];
  for (const [token, answer] of [
    [typed, await save(typed, { street })],
    [drafted, await save(drafted, { street }, "/cart")],
  ] as const) {
    expect(answer.status).toBe(200);
    await expectBlind(token);
    const next = handedToken(answer) ?? "";
    expect((await peek(next)).status).toBe("guest");
    expect(await (await request("/checkout", { token: next })).text()).toContain("Checkout");
  }
});

for (const javaScriptEnabled of [true, false]) {
  const scripted = javaScriptEnabled ? "with" : "without";

  test(`whoever planted the cookie sees no order of a guest's ${scripted} JavaScript, and the guest does`, async ({
    device,
    piece,
  }) => {
    const jar = await piece();
    const shopper = await device({ javaScriptEnabled });
    const { page } = shopper;
    const shared = await fillCheckout(shopper, jar, { isScripted: javaScriptEnabled });
    await placeOrder(page);
    await expect(thanks(shopper)).toBeVisible();
    expect(await shopper.token()).not.toBe(shared);
    const [order] = await ordersOf(jar);
    await expectBlind(shared, `/orders/${order?.number}`);
    await page.reload();
    await expect(page.getByText(street)).toBeVisible();
    const { id } = await shopper.row();
    expect((await findRow(shared))?.id).toBe(id);
    await ageSession(id, { seconds: 31 });
    await expectBlind(shared, `/orders/${order?.number}`);
  });

  test(`a guest ${scripted} JavaScript whose order was answered into the void presses once more and has one order`, async ({
    device,
    piece,
  }) => {
    const jar = await piece();
    const shopper = await device({ javaScriptEnabled });
    const { page } = shopper;
    const before = await fillCheckout(shopper, jar, { isScripted: javaScriptEnabled });
    const { lost } = await loseNextAnswer(shopper, "/checkout", { isBroken: javaScriptEnabled });
    await placeOrder(page);
    await lost;
    expect(await ordersOf(jar)).toHaveLength(1);
    if (javaScriptEnabled) await expect(page.getByText("We cannot reach the shop just now.")).toBeVisible();
    expect(await shopper.token()).toBe(before);
    await placeOrder(page);
    await expect(thanks(shopper)).toBeVisible();
    await expect(page.getByText(street)).toBeVisible();
    expect(await ordersOf(jar)).toHaveLength(1);
    await expectBlind(before, new URL(page.url()).pathname);
  });
}

test("without JavaScript, saving what was typed brings a new token and keeps the cart", async ({ device, piece }) => {
  const shopper = await device({ javaScriptEnabled: false });
  const { page } = shopper;
  const planted = handedToken(await save(await addPiece(await piece()), { city: "Nowhere" })) ?? "";
  await shopper.carryToken(planted);
  await shopper.open("/checkout");
  await fillAddress(page);
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page).toHaveURL(/\/checkout$/);
  await expect(page.getByLabel("Street and number")).toHaveValue(street);
  expect(await shopper.token()).not.toBe(planted);
  await expectBlind(planted);
  expect(await shopper.cartRows()).toHaveLength(1);
});

test("opening a guest's order by the link of the mail brings a new token, also when the button is pressed twice", async ({
  shopper,
  device,
  piece,
}) => {
  const email = uniqueEmail();
  const jar = await piece();
  await startShared(shopper, jar);
  await fillAddress(shopper.page, { email });
  await fillCard(shopper.page);
  await placeOrder(shopper.page);
  await expect(thanks(shopper)).toBeVisible();
  const [order] = await ordersOf(jar);
  const path = `/orders/${order?.number}`;

  const elsewhere = await device({ javaScriptEnabled: false });
  const planted = await addPiece(await piece());
  await elsewhere.carryToken(planted);
  await elsewhere.open(linkIn(await mailTo(email, `Your order ${order?.number}`)));
  const { lost } = await loseNextAnswer(elsewhere, path, { isBroken: false });
  const show = elsewhere.page.getByRole("button", { name: "Show my order" });
  await show.click();
  await lost;
  expect(await sql(`SELECT FROM "OrderGrant" WHERE "orderId" = $1`, [order?.id])).toHaveLength(2);
  expect(await elsewhere.token()).toBe(planted);
  await show.click();
  await expect(elsewhere.page.getByText(street)).toBeVisible();
  expect(await elsewhere.token()).not.toBe(planted);
  await expectBlind(planted, path);
  expect(await elsewhere.cartRows()).toHaveLength(1);
});

test("only the page that brought the new token is given it again, not whoever has the old one", async ({ piece }) => {
  const jar = await piece();
  const planted = await addPiece(jar);
  const [mine, theirs] = [
    await (await request("/checkout", { token: planted })).text(),
    await (await request("/checkout", { token: planted })).text(),
  ];
  const order = (page: string) =>
    request("/checkout", { method: "POST", body: filled(page), token: planted, headers: { origin: shopOrigin } });
  const placed = await order(mine);
  const path = placed.headers.get("location") ?? "";
  expect(path).toContain("/orders/");
  const again = await order(mine);
  expect(again.headers.get("location")).toBe(path);
  expect(handedToken(again)).toBe(handedToken(placed));

  const foreign = await order(theirs);
  expect(foreign.headers.get("location")).toBe("/cart");
  expect(handedToken(foreign)).toBeUndefined();
  const { page } = hiddenFields(theirs, "cardNumber");
  for (const key of [page, "", "0".repeat(64), undefined]) {
    const answer = await save(planted, { city: "Nowhere", ...(key !== undefined && { page: key }) });
    expect(answer.status, key).toBe(503);
    expect(handedToken(answer)).toBeUndefined();
  }
  await expectBlind(planted, path);
  expect(await ordersOf(jar)).toHaveLength(1);
});

test("answering the bank's question brings a new token, also when the code is sent twice", async ({ piece }) => {
  const jar = await piece();
  const asked = await postOrder(await addPiece(jar), { card: cards.challenge });
  const shared = handedToken(asked) ?? "";
  const question = await (await request("/checkout/challenge", { token: shared })).text();
  const [payment] = await paymentsOf(jar);
  const body = new FormData();
  for (const [name, value] of Object.entries(hiddenFields(question, "code"))) body.set(name, value);
  body.set("code", payment?.code ?? "");
  const answer = () =>
    request("/checkout/challenge", { method: "POST", body, token: shared, headers: { origin: shopOrigin } });
  const placed = await answer();
  const path = placed.headers.get("location")?.split("?")[0] ?? "";
  expect(path).toContain("/orders/");
  const next = handedToken(placed);
  expect(next).not.toBe(shared);
  const again = await answer();
  expect(again.headers.get("location")).toBe("/checkout");
  expect(handedToken(again)).toBe(next);
  expect((await request("/checkout", { token: next })).headers.get("location")).toBe(path);
  expect(await (await request(path, { token: next })).text()).toContain(street);
  await expectBlind(shared, path);
  expect(await ordersOf(jar)).toHaveLength(1);
});

test("a save whose answer was lost is sent again by the page, and nothing is lost", async ({ shopper, piece }) => {
  const jar = await piece();
  const shared = await startShared(shopper, jar);
  await loseNextAnswer(shopper, "/api/session/draft", { isBroken: true });
  await type(shopper, "Street and number", street);
  expect(await shopper.token()).not.toBe(shared);
  expect(await replaced(await shopper.row())).toBe(1);
  await shopper.page.reload();
  await expect(shopper.page.getByLabel("Street and number")).toHaveValue(street);
  await expectBlind(shared);
});

test("a guest whose new token never arrived has the cart back after half a minute, without what was typed", async ({
  shopper,
  piece,
}) => {
  const jar = await piece();
  const shared = await startShared(shopper, jar);
  const arrived = handedToken(await save(shared, { street })) ?? "";
  const { id } = (await findRow(shared)) ?? { id: "" };

  await shopper.open("/cart");
  await expect(shopper.page.getByText("still on its way to this browser")).toBeVisible();
  await expectBlind(shared);
  await ageSession(id, { seconds: 31 });
  await shopper.open("/checkout");
  await expect(shopper.page.getByLabel("Street and number")).toHaveValue("");
  expect(await shopper.row()).toMatchObject({ id, endedAt: null });
  expect(await shopper.cartRows()).toHaveLength(1);
  expect(await (await request("/checkout", { token: shared })).text()).not.toContain(street);
  expect((await peek(arrived)).status).toBe("none");
  expect(await eventTypes(id)).toEqual(["started", "rotated", "rotated"]);

  await fillAddress(shopper.page, { email: uniqueEmail() });
  await fillCard(shopper.page);
  await placeOrder(shopper.page);
  await expect(thanks(shopper)).toBeVisible();
  expect(await shopper.token()).not.toBe(shared);
  expect(await ordersOf(jar)).toHaveLength(1);
});

test("the token of before an order shows none of it, though the new one never arrived", async ({ piece }) => {
  const jar = await piece();
  const shared = await addPiece(jar);
  const placed = await postOrder(shared);
  const path = placed.headers.get("location") ?? "";
  expect(path).toContain("/orders/");
  const { id } = (await findRow(shared)) ?? { id: "" };
  await ageSession(id, { seconds: 31 });
  expect((await request("/checkout", { token: shared })).headers.get("location")).toBe("/cart");
  expect(await (await request(path, { token: shared })).text()).not.toContain(street);
  expect(await sql(`SELECT FROM "OrderGrant" WHERE "sessionId" = $1`, [id])).toEqual([]);
});

test("a member's token stays the same at the checkout and with an order", async ({ shopper, piece }) => {
  await shopper.logIn();
  await startShared(shopper, await piece());
  const token = await shopper.token();
  await fillAddress(shopper.page);
  await type(shopper, "City", "Berlin");
  await fillCard(shopper.page);
  await placeOrder(shopper.page);
  await expect(thanks(shopper)).toBeVisible();
  expect(await shopper.token()).toBe(token);
});

test("typing fast in two tabs loses nothing and never asks to try again", async ({ shopper, piece }) => {
  const jar = await piece();
  await startShared(shopper, jar);
  const tab = await shopper.context.newPage();
  await tab.goto("/checkout");
  const refused: string[] = [];
  shopper.context.on("response", (response) => {
    if (response.url().includes("/api/") && response.status() >= 400) refused.push(response.url());
  });
  const { page } = shopper;
  const typeAll = async (tab: typeof page, values: Record<string, string>) => {
    for (const [label, text] of Object.entries(values)) {
      await tab.getByLabel(label).pressSequentially(text);
      await tab.getByLabel(label).press("Tab");
    }
  };
  await Promise.all([typeAll(page, address), typeAll(tab, { ...address, City: "Potsdam" })]);
  // Leaving at once, while the last of it is on its way.
  await tab.getByRole("link", { name: "Change", exact: true }).click();
  await expect(tab.getByRole("heading", { name: "Your cart" })).toBeVisible();
  await expect(tab.getByText(jar.name).first()).toBeVisible();
  await expect(tab.getByText(/try again|on its way/)).toBeHidden();
  await expect(shopper.cartLink(1)).toBeVisible();

  await page.getByLabel("Email").fill(uniqueEmail());
  await fillCard(page);
  await placeOrder(page);
  await expect(thanks(shopper)).toBeVisible();
  expect(refused).toEqual([]);
  expect(await ordersOf(jar)).toHaveLength(1);
});

test("a link pressed while the first field is still being kept leads on with the new token", async ({
  shopper,
  piece,
}) => {
  const jar = await piece();
  await startShared(shopper, jar);
  const { page } = shopper;
  await page.getByLabel("City").pressSequentially("Berlin");
  await page.getByRole("link", { name: "Change", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Your cart" })).toBeVisible();
  await expect(page.getByText(jar.name).first()).toBeVisible();
  await shopper.open("/checkout");
  await expect(page.getByLabel("City")).toHaveValue("Berlin");
});

test("a session gets two hundred new tokens in an hour and no more: each costs rows", async ({ piece }) => {
  test.slow();
  let token = await addPiece(await piece());
  const { id = "" } = (await findRow(token)) ?? {};
  const renew = () => save(token, { page: randomBytes(32).toString("hex"), city: "Berlin" });
  for (let turn = 0; turn < 200; turn++) token = handedToken(await renew()) ?? "";
  const refused = await renew();
  expect(refused.status).toBe(429);
  expect(handedToken(refused)).toBeUndefined();
  expect(await replaced({ id })).toBe(200);
  expect((await save(token, { city: "Potsdam" })).status, "what is typed on is kept").toBe(200);
});
