import type { Account } from "./support/account";
import { addPiece, expect, orderFields, ordersOf, type Piece, test } from "./support/buying";
import { ageSession, endReasons, findRow, sql } from "./support/database";
import { hold } from "./support/hold";
import { handedToken, otherOrigin, peek, postForm, request, shopOrigin } from "./support/plain-form";

// What the shop has of a person: all of it in the download, and what may go is gone with the account.

const address = {
  ...{ name: "Robin Ørsted", street: "Töpfergasse 7", postcode: "10115", city: "Berlin", country: "Germany" },
};

const logIn = async (account: Account) =>
  handedToken(await postForm("/login", { form: "password", fields: account })) ?? "";

const deleteAccount = (token: string) => postForm("/account/security", { form: "sure", fields: { sure: "on" }, token });

/** Orders two of the piece and has the address kept. */
async function orderAndSave(piece: Piece, token: string) {
  await addPiece(piece, { token, quantity: 2 });
  const fields = { ...orderFields(""), saveAddress: "on" };
  await postForm("/checkout", { form: "Place order", fields, token });
}

test("the download holds the orders and the saved addresses", async ({ account, piece }) => {
  const jar = await piece({ priceCents: 28_00 });
  const token = await logIn(account);
  await orderAndSave(jar, token);
  const data = await (await request("/account/export", { token })).json();
  const [order] = await ordersOf(jar);
  expect(data.addresses).toEqual([address]);
  expect(data.orders).toEqual([
    expect.objectContaining({
      ...{ number: order?.number, email: account.email, ...address, totalCents: 62_90 },
      payment: { brand: "Visa", last4: "4242" },
      lines: [{ sku: jar.sku, productName: jar.name, glazeName: "Iron", quantity: 2, priceCents: 28_00 }],
    }),
  ]);
  expect(data.orders[0]).not.toHaveProperty("keyHash");
});

test("a deleted account leaves no address, and every order as it was", async ({ account, piece }) => {
  const jar = await piece();
  const token = await logIn(account);
  await orderAndSave(jar, token);
  const orders = await ordersOf(jar);
  expect(orders).toEqual([expect.objectContaining({ userId: account.id, ...address })]);
  expect((await deleteAccount(token)).headers.get("location")).toBe("/login");

  expect(await sql(`SELECT FROM "Address" WHERE "userId" = $1`, [account.id])).toEqual([]);
  expect(await ordersOf(jar)).toEqual(orders);
  const [user] = await sql(`SELECT name, "deletedAt" IS NOT NULL AS deleted FROM "User" WHERE id = $1`, [account.id]);
  expect(user).toEqual({ name: "Deleted", deleted: true });
  expect(await endReasons(account.id)).toEqual(["ACCOUNT_DELETED"]);
});

test("once the account is deleted, nothing that another device sends is kept any more", async ({ account }) => {
  const [here, there, idle] = [await logIn(account), await logIn(account), await logIn(account)];
  for (const token of [there, idle]) expect(await sendTyped(token)).toEqual([{ isKept: true }, { isKept: true }]);
  await ageSession((await findRow(idle))?.id ?? "", { minutes: 31 });
  expect(await peek(idle)).toMatchObject({ status: "ended" });
  expect(await sendTyped(idle), "a timeout loses nothing typed").toEqual([{ isKept: true }, { isKept: true }]);

  expect((await deleteAccount(here)).headers.get("location")).toBe("/login");
  for (const token of [here, there, idle]) {
    expect(await sendTyped(token)).toEqual([{ isKept: false }, { isKept: false }]);
    expect(await sendTyped(token, otherOrigin)).toEqual([{ isKept: false }, { isKept: false }]);
  }
  const kept = await sql(`SELECT sealed FROM "Session" WHERE "userId" = $1`, [account.id]);
  expect(kept).toEqual([{ sealed: {} }, { sealed: {} }, { sealed: {} }]);
});

test("what another device sends in the very moment of the deletion is not kept either", async ({ account }) => {
  const [here, there] = [await logIn(account), await logIn(account)];
  const { id } = (await findRow(there)) ?? {};
  const held = await hold(`SELECT FROM "Session" WHERE id = $1 FOR UPDATE`, [id]);
  const deletion = deleteAccount(here);
  await held.waited(1);
  const sent = sendDraft({ path: "/checkout", fields: address }, { token: there });
  await held.waited(2);
  await held.letGo();

  expect((await deletion).headers.get("location")).toBe("/login");
  expect(await sent).toEqual({ isKept: false });
  expect(await sql(`SELECT sealed FROM "Session" WHERE id = $1`, [id])).toEqual([{ sealed: {} }]);
});

/** What the browser's script sends while somebody types: what the shop makes of it on a page, and at the checkout. */
function sendTyped(token: string, origin = shopOrigin): Promise<unknown[]> {
  return Promise.all([
    sendDraft({ path: "/account/security", fields: { name: "Robin Renamed" } }, { token, origin }),
    sendDraft({ path: "/checkout", fields: address }, { token, origin }),
  ]);
}

async function sendDraft(draft: object, { token, origin = shopOrigin }: { token: string; origin?: string }) {
  const body = JSON.stringify(draft);
  const answer = await request("/api/session/draft", { method: "POST", body, token, origin, headers: { origin } });
  return answer.json();
}
