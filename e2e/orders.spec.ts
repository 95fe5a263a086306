import { findViolations } from "./support/axe";
import { addPiece, expect, ordersOf, type Piece, postOrder, putInCart, test } from "./support/buying";
import { sql } from "./support/database";
import { linkIn, mailTo } from "./support/mails";
import { handedToken, request } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

/** Orders a piece for whoever is at this browser; answers its number. */
async function order(shopper: Shopper, piece: Piece): Promise<string> {
  await putInCart(shopper, piece);
  const answer = await postOrder(await shopper.token());
  expect(answer.status).toBe(303);
  const next = handedToken(answer);
  if (next) await shopper.carryToken(next);
  return answer.headers.get("location")?.match(/CJ-[^?]+/)?.[0] ?? "";
}

test("a member finds the order in the history, and nobody else finds it at all", async ({
  shopper,
  staff,
  device,
  piece,
}) => {
  const jar = await piece();
  const { page } = shopper;
  await shopper.logIn();
  const number = await order(shopper, jar);
  await shopper.open("/account/orders");
  await page.getByRole("link", { name: number }).click();
  await expect(page.getByRole("heading", { name: "Your order" })).toBeVisible();
  await expect(page.getByText(jar.name)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  const other = await device({ account: staff });
  await other.logIn();
  expect((await other.page.goto(`/orders/${number}`))?.status()).toBe(404);
  expect(await other.page.content()).not.toContain("Töpfergasse");
  expect((await other.page.goto("/orders/CJ-0000-0000"))?.status()).toBe(404);
  const stranger = await request(`/orders/${number}`);
  expect(stranger.status).toBe(307);
  expect(stranger.headers.get("location")).toContain("/login?next=");
  expect((await request("/orders/CJ-0000-0000")).headers.get("location")).toContain("/login?next=");
});

test("a guest opens the order by the link of the e-mail, in another browser, without a key in the address", async ({
  shopper,
  device,
  piece,
}) => {
  const number = await order(shopper, await piece());
  const [{ email } = { email: "" }] = await sql<{ email: string }>(`SELECT email FROM "Order" WHERE number = $1`, [
    number,
  ]);
  const { text } = await mailTo(email, `Your order ${number}`);
  const link = new URL(text.match(/https?:\/\/\S+/)?.[0] ?? "");
  const key = link.searchParams.get("key") ?? "";
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(await sql(`SELECT FROM "Order" o WHERE number = $1 AND o::text LIKE '%' || $2 || '%'`, [number, key])).toEqual(
    [],
  );

  for (const javaScriptEnabled of [true, false]) {
    const elsewhere = await device({ javaScriptEnabled });
    await elsewhere.open(link.pathname + link.search);
    await expect(elsewhere.page.getByText("Töpfergasse")).toBeHidden();
    expect(await elsewhere.cookie()).toBeUndefined();
    await elsewhere.page.getByRole("button", { name: "Show my order" }).click();
    await expect(elsewhere.page).toHaveURL(new RegExp(`/orders/${number}$`));
    await expect(elsewhere.page.getByText("Töpfergasse 7")).toBeVisible();
    await elsewhere.page.reload();
    await expect(elsewhere.page.getByText("Töpfergasse 7")).toBeVisible();
    expect(await elsewhere.row()).toMatchObject({ userId: null });
  }
});

test("the key of a guest's order opens it for ninety days, and no request repeats it", async ({
  shopper,
  device,
  piece,
}) => {
  const number = await order(shopper, await piece());
  const [{ email } = { email: "" }] = await sql<{ email: string }>(`SELECT email FROM "Order" WHERE number = $1`, [
    number,
  ]);
  const link = linkIn(await mailTo(email, `Your order ${number}`));
  const elsewhere = await device();
  const referrers: (string | undefined)[] = [];
  elsewhere.context.on("request", (request) => referrers.push(request.headers().referer));
  await elsewhere.open(link);
  const age = (days: number) =>
    sql(`UPDATE "Order" SET "placedAt" = now() - $2 * interval '1 day' WHERE number = $1`, [number, days]);
  await age(90.001);
  await elsewhere.page.getByRole("button", { name: "Show my order" }).click();
  await expect(elsewhere.page.getByRole("alert").first()).toContainText("it works for 90 days");
  expect(await elsewhere.cookie()).toBeUndefined();
  await age(89.9);
  await elsewhere.page.getByRole("button", { name: "Show my order" }).click();
  await expect(elsewhere.page.getByText("Töpfergasse 7")).toBeVisible();
  expect(referrers.length).toBeGreaterThan(3);
  expect(referrers.filter((referrer) => referrer?.includes("key="))).toEqual([]);
});

test("a page whose address holds a secret is named by no request of its own", async () => {
  for (const path of [
    "/login/link/x",
    "/reset-password/x",
    "/restore-email/x",
    "/verify-email/x",
    "/orders/CJ-0000-0000?key=x",
  ])
    expect((await request(path)).headers.get("referrer-policy"), path).toBe("strict-origin");
  expect((await request("/orders/CJ-0000-0000")).headers.get("referrer-policy")).toBe("same-origin");
});

test("a wrong key opens nothing and starts nothing", async ({ shopper, device, piece }) => {
  const number = await order(shopper, await piece());
  const elsewhere = await device();
  await elsewhere.open(`/orders/${number}?key=${"00".repeat(32)}`);
  await elsewhere.page.getByRole("button", { name: "Show my order" }).click();
  await expect(elsewhere.page.getByRole("alert").first()).toContainText("This link opens no order.");
  expect(await elsewhere.cookie()).toBeUndefined();
});

test("an order keeps what it was when the catalogue and the account change", async ({ shopper, piece }) => {
  const jar = await piece({ priceCents: 28_00 });
  await shopper.logIn();
  const number = await order(shopper, jar);
  await sql(`UPDATE "Variant" SET "priceCents" = 9900 WHERE id = $1`, [jar.variantId]);
  await sql(`UPDATE "Product" SET name = 'Renamed' WHERE id = $1`, [jar.productId]);
  await shopper.open(`/orders/${number}`);
  await expect(shopper.page.getByText(jar.name)).toBeVisible();
  await expect(shopper.page.getByText("€34.90")).toBeVisible();
  const deleting = sql(`DELETE FROM "User" WHERE id = $1`, [shopper.account.id]);
  await expect(deleting).rejects.toThrow(/foreign key/);
  expect(await ordersOf(jar)).toHaveLength(1);
});

test("on paper an order is the order alone", async ({ shopper, piece }) => {
  const number = await order(shopper, await piece());
  await shopper.open(`/orders/${number}`);
  await shopper.page.emulateMedia({ media: "print" });
  await expect(shopper.page.getByText(number).first()).toBeVisible();
  await expect(shopper.page.getByRole("banner")).toBeHidden();
  await expect(shopper.page.getByRole("link", { name: "Back to the shop" })).toBeHidden();
});

test("an order's page is the same after a reload and changes nothing", async ({ piece }) => {
  const jar = await piece();
  const answer = await postOrder(await addPiece(jar));
  const [placed, token] = [answer.headers.get("location") ?? "", handedToken(answer)];
  const [before] = await ordersOf(jar);
  for (const _ of [1, 2]) expect(await (await request(placed, { token })).text()).toContain("Thank you");
  expect(await ordersOf(jar)).toEqual([before]);
  const back = await request("/checkout", { token });
  expect(back.headers.get("location")).toContain(`/orders/${before?.number}`);
});
