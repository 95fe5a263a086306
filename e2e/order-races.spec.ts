import { randomBytes, randomUUID } from "node:crypto";
import { hiddenFields } from "../scripts/hidden-fields.mjs";
import {
  addPiece,
  expect,
  fillAddress,
  fillCard,
  filled,
  orderFields,
  ordersOf,
  type Piece,
  paymentsOf,
  placeOrder,
  postOrder,
  putInCart,
  stockOf,
  test,
  uniqueEmail,
} from "./support/buying";
import { sql } from "./support/database";
import { handedToken, otherOrigin, postForm, request, shopOrigin } from "./support/plain-form";

// Many at once, by plain HTTP from both servers: then stock, orders and money must agree.

const origins = [shopOrigin, otherOrigin];
const onBoth = <T>(count: number, work: (origin: string, place: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, place) => work(origins[place % 2] ?? shopOrigin, place)));

test("the last piece is sold once to twenty buyers, and the others' money is given back", async ({ piece }) => {
  test.slow();
  const last = await piece({ stock: 1 });
  const tokens: string[] = [];
  for (let buyer = 0; buyer < 20; buyer++) tokens.push(await addPiece(last));
  const answers = await onBoth(20, (origin, place) => postOrder(tokens[place] ?? "", { origin }));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  // Where the crowd was too much for the server it offers to try again; whoever does is told like the others.
  for (const [place, answer] of answers.entries()) {
    if (answer.status === 303) continue;
    const page = await answer.text();
    const told = page.includes("try again") ? await (await postOrder(tokens[place] ?? "")).text() : page;
    expect(told).toContain("is sold out");
  }
  expect(await stockOf(last)).toBe(0);
  expect(await ordersOf(last)).toHaveLength(1);
  const held = (await paymentsOf(last)).map(({ status }) => status).filter((status) => status !== "VOIDED");
  expect(held).toEqual(["USED"]);
});

test("twenty submits of one checkout are one order, paid once", async ({ piece }) => {
  const jar = await piece({ stock: 5 });
  const token = await addPiece(jar, { quantity: 2 });
  const page = await (await request("/checkout", { token })).text();
  const body = filled(page);
  const answers = await onBoth(20, (origin) =>
    request("/checkout", { method: "POST", body, token, origin, headers: { origin } }),
  );
  const orders = await ordersOf(jar);
  expect(orders).toHaveLength(1);
  // Each one leads to the order; where the crowd was too much for the server, it says so and offers to try again.
  for (const answer of answers) {
    if (answer.status === 200) expect(await answer.text()).toContain("try again");
    else expect(answer.headers.get("location")).toContain(`/orders/${orders[0]?.number}`);
  }
  expect(await stockOf(jar)).toBe(3);
  expect(await paymentsOf(jar)).toEqual([expect.objectContaining({ status: "USED" })]);

  const late = await request("/checkout", { method: "POST", body, token, headers: { origin: shopOrigin } });
  expect(late.headers.get("location")).toContain(orders[0]?.number);
  expect(await ordersOf(jar)).toHaveLength(1);
});

test("a double click orders once", async ({ shopper, piece }) => {
  const jar = await piece({ stock: 5 });
  const { page } = shopper;
  await putInCart(shopper, jar);
  await shopper.open("/checkout");
  await fillAddress(page, { email: uniqueEmail() });
  await fillCard(page);
  await page.getByRole("button", { name: "Place order" }).dblclick();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  expect(await ordersOf(jar)).toHaveLength(1);
  expect(await stockOf(jar)).toBe(4);
});

test("two tabs with one cart order once, and both say so", async ({ shopper, piece }) => {
  const jar = await piece({ stock: 5 });
  await putInCart(shopper, jar);
  await shopper.open("/checkout");
  const tab = await shopper.context.newPage();
  await tab.goto("/checkout");
  for (const page of [shopper.page, tab]) {
    await fillAddress(page, { email: uniqueEmail() });
    await fillCard(page);
  }
  await Promise.all([placeOrder(shopper.page), placeOrder(tab)]);
  for (const page of [shopper.page, tab]) await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  expect(await ordersOf(jar)).toHaveLength(1);
});

test("two people and the last piece: one gets it, the other is told and pays nothing", async ({ device, piece }) => {
  const last = await piece({ stock: 1 });
  const buyers = [await device(), await device()];
  for (const buyer of buyers) {
    await putInCart(buyer, last);
    await buyer.open("/checkout");
    await fillAddress(buyer.page, { email: uniqueEmail() });
    await fillCard(buyer.page);
  }
  await Promise.all(buyers.map(({ page }) => placeOrder(page)));
  const thanked = async () =>
    (await Promise.all(buyers.map(({ page }) => page.getByRole("heading", { name: "Thank you" }).count()))).reduce(
      (sum, count) => sum + count,
    );
  await expect.poll(thanked).toBe(1);
  const told = buyers.map(({ page }) => page.getByText("is sold out").count());
  expect((await Promise.all(told)).reduce((sum, count) => sum + count)).toBe(1);
  expect(await ordersOf(last)).toHaveLength(1);
  expect(await stockOf(last)).toBe(0);
});

test("a cart that grows while it is being ordered is not ordered unseen", async ({ piece }) => {
  const [seen, unseen] = [await piece(), await piece()];
  const token = await addPiece(seen);
  const page = await (await request("/checkout", { token })).text();
  await addPiece(unseen, { token });
  const body = filled(page);
  const answer = await request("/checkout", { method: "POST", body, token, headers: { origin: shopOrigin } });
  expect(await answer.text()).toContain("was added to your cart");
  expect(await ordersOf(seen)).toEqual([]);
});

test("skipped steps order nothing: no address, no card, no review, no code", async ({ piece }) => {
  const jar = await piece({ stock: 4 });
  let token = await addPiece(jar);
  const whole = orderFields("robin@example.com");
  const attempts = [
    { ...whole, street: "" },
    { ...whole, cardNumber: "" },
    { ...whole, email: "" },
    { ...whole, delivery: "by dove" },
    { ...whole, reviewed: "{}" },
    { ...whole, reviewed: "not json" },
    { ...whole, totalCents: "1" },
  ];
  for (const fields of attempts) {
    const answer = await postForm("/checkout", { form: "Place order", fields, token });
    expect(answer.status, JSON.stringify(fields)).toBe(200);
    token = handedToken(answer) ?? token;
  }
  const challenge = await request("/checkout/challenge", { token });
  expect(challenge.headers.get("location")).toMatch(/\/checkout$/);
  expect(await ordersOf(jar)).toEqual([]);
  expect(await stockOf(jar)).toBe(4);
});

test("another shop's page cannot place an order", async ({ piece }) => {
  const jar = await piece();
  const token = await addPiece(jar);
  const answer = await postForm("/checkout", {
    form: "Place order",
    fields: orderFields("robin@example.com"),
    token,
    headers: { origin: "https://elsewhere.example" },
  });
  expect(answer.status).toBe(403);
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(await ordersOf(jar)).toEqual([]);
});

test("an order that cannot be written takes no stock and holds no money", async ({ shopper, piece }) => {
  const jar = await piece({ stock: 2 });
  const { page } = shopper;
  await putInCart(shopper, jar);
  await shopper.open("/checkout");
  await fillAddress(page, { email: uniqueEmail() });
  await fillCard(page);
  const takeAway = await layAnOrderInTheWay(jar);
  await placeOrder(page);
  await expect(page.getByRole("alert").first()).toContainText("That did not work, and the fault is ours.");
  expect((await paymentsOf(jar)).map(({ status }) => status)).toEqual(["VOIDED"]);
  expect(await stockOf(jar)).toBe(2);
  expect(await ordersOf(jar)).toEqual([]);
  expect(await shopper.cartRows()).toEqual([{ sku: jar.sku, quantity: 1 }]);

  await takeAway();
  await placeOrder(page);
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  expect((await paymentsOf(jar)).map(({ status }) => status)).toEqual(["USED"]);
  expect(await stockOf(jar)).toBe(1);
  expect(await ordersOf(jar)).toHaveLength(1);
});

test("a cart that is not there, or empty by now, is not paid for, and the shopper is told", async ({ piece }) => {
  const jar = await piece();
  let token = await addPiece(jar);
  const page = await (await request("/checkout", { token })).text();
  const order = (body: FormData) =>
    request("/checkout", { method: "POST", body, token, headers: { origin: shopOrigin } });

  const { reviewed = "{}" } = hiddenFields(page, "cardNumber");
  const unknown = { ...JSON.parse(reviewed), cartId: randomUUID() };
  const answer = await order(filled(page, { reviewed: JSON.stringify(unknown) }));
  expect(await answer.text()).toContain("Your cart is not the one on this page any more.");
  token = handedToken(answer) ?? token;
  expect(await sql(`SELECT FROM "Payment" WHERE key = $1`, [unknown.cartId])).toEqual([]);

  await postForm("/cart", { form: "Remove", token });
  for (const body of [filled(page), filled(page, { city: "" })]) {
    const emptied = await order(body);
    expect(emptied.headers.get("location")).toBe("/cart");
    expect(emptied.status, "the browser asks for the cart and does not send it the form").toBe(303);
    token = handedToken(emptied) ?? token;
  }
  expect(await (await request("/cart", { token })).text()).toContain("Your cart is empty");
  expect(await sql(`SELECT FROM "Payment" WHERE key = $1`, [JSON.parse(reviewed).cartId])).toEqual([]);
  expect(await ordersOf(jar)).toEqual([]);
});

/** Another order that stands on this piece's cart: one cart makes one order, so writing a second one fails. */
async function layAnOrderInTheWay({ variantId }: Piece): Promise<() => Promise<unknown>> {
  const [{ id, paymentId } = { id: "", paymentId: "" }] = await sql<{ id: string; paymentId: string }>(
    `WITH paid AS (
       INSERT INTO "Payment" (id, key, "amountCents", brand, last4, status)
       VALUES (gen_random_uuid(), gen_random_uuid(), 100, 'Visa', '4242', 'USED') RETURNING id
     )
     INSERT INTO "Order" (id, number, "cartId", "keyHash", email, name, street, postcode, city, country, delivery,
       "subtotalCents", "deliveryCents", "totalCents", "paymentId")
     SELECT gen_random_uuid(), $2, l."cartId", $3, 'other@example.com', 'Other', 'Elsewhere 1', '10115', 'Berlin', 'Germany',
       'STANDARD', 100, 0, 100, paid.id FROM paid, "CartLine" l WHERE l."variantId" = $1 RETURNING id, "paymentId"`,
    [variantId, orderNumber(), randomBytes(32)],
  );
  return async () => {
    await sql(`DELETE FROM "Order" WHERE id = $1`, [id]);
    await sql(`DELETE FROM "Payment" WHERE id = $1`, [paymentId]);
  };
}

/** In an order's shape, and not likely to be one: the shop draws from all letters. */
function orderNumber(): string {
  const digits = randomBytes(4).toString("hex").toUpperCase();
  return `CJ-${digits.slice(0, 4)}-${digits.slice(4)}`;
}
