import { randomUUID } from "node:crypto";
import {
  addPiece,
  address,
  expect,
  fillAddress,
  fillCard,
  orderFields,
  ordersOf,
  placeOrder,
  putInCart,
  test,
} from "./support/buying";
import { sql } from "./support/database";
import { handedToken, postForm } from "./support/plain-form";

type Row = { id: string; street: string };

const addressesOf = (userId: string) =>
  sql<Row>(`SELECT * FROM "Address" WHERE "userId" = $1 ORDER BY "createdAt"`, [userId]);

async function saveAddress(userId: string, street: string): Promise<string> {
  const [row] = await sql<Row>(
    `INSERT INTO "Address" (id, "userId", name, street, postcode, city, country)
     VALUES (gen_random_uuid(), $1, 'Robin', $2, '10115', 'Berlin', 'Germany') RETURNING *`,
    [userId, street],
  );
  return row?.id ?? "";
}

test("an address that is to be kept is saved with the order, and once only", async ({ shopper, piece }) => {
  const jar = await piece();
  const { page, account } = shopper;
  await shopper.logIn();
  await putInCart(shopper, jar);
  await shopper.open("/checkout");
  await fillAddress(page);
  await page.getByRole("checkbox", { name: "Keep this address in my account" }).check();
  await fillCard(page);
  await placeOrder(page);
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  expect(await addressesOf(account.id)).toEqual([expect.objectContaining({ street: address["Street and number"] })]);

  const token = await addPiece(jar, { token: await shopper.token() });
  const fields = { ...orderFields(account.email), saveAddress: "on" };
  await postForm("/checkout", { form: "Place order", fields, token });
  expect(await ordersOf(jar)).toHaveLength(2);
  expect(await addressesOf(account.id)).toHaveLength(1);
});

test("without JavaScript addresses are added, changed, sent to and deleted", async ({ device, piece }) => {
  const shopper = await device({ javaScriptEnabled: false });
  const { page } = shopper;
  await shopper.logIn({ next: "/account/addresses" });
  await page.getByRole("button", { name: "Add address" }).click();
  await expect(page.getByLabel("City")).toHaveAccessibleDescription("Please enter the city.");
  for (const [label, value] of Object.entries(address)) await page.getByLabel(label).fill(value);
  await page.getByRole("button", { name: "Add address" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Töpfergasse 7" })).toBeVisible();
  await page.getByRole("link", { name: "Change Töpfergasse 7" }).click();
  await page.getByLabel("Street and number").fill("Ofenweg 1");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Ofenweg 1" })).toBeVisible();
  await saveAddress(shopper.account.id, "Newer Road 2");

  await putInCart(shopper, await piece());
  await shopper.open("/checkout");
  await expect(page.getByLabel("Street and number")).toHaveValue("Newer Road 2");
  await page.getByRole("button", { name: /Send it to .*Ofenweg 1/ }).click();
  await expect(page.getByLabel("Street and number")).toHaveValue("Ofenweg 1");
  await expect(page.getByLabel("Full name")).toHaveValue(address["Full name"]);

  await shopper.open("/account/addresses");
  await page.getByRole("link", { name: "Change Ofenweg 1" }).click();
  await expect(page.getByLabel("Street and number")).toHaveValue("Ofenweg 1");
  await page.getByRole("button", { name: "Delete Ofenweg 1" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Ofenweg 1" })).toBeHidden();
  await expect(page.getByRole("listitem").filter({ hasText: "Newer Road 2" })).toBeVisible();
  expect(await addressesOf(shopper.account.id)).toEqual([expect.objectContaining({ street: "Newer Road 2" })]);
});

test("somebody else's address, posted, is left as it is and answered like one that is gone", async ({
  account,
  staff,
  piece,
}) => {
  const theirs = await saveAddress(account.id, "Hidden Lane 1");
  const before = await addressesOf(account.id);
  const token = handedToken(await postForm("/login", { form: "password", fields: staff }));
  await addPiece(await piece(), { token });
  await saveAddress(staff.id, "Own Road 2");
  const own = await addressesOf(staff.id);

  const changed = { name: "Mallory", street: "Moved 3", postcode: "10115", city: "Berlin", country: "Germany" };
  const acts: ((id: string) => Promise<Response>)[] = [
    (id) => postForm("/account/addresses", { form: "street", fields: { id, ...changed }, token }),
    (id) => postForm("/account/addresses", { form: "id", fields: { id }, token }),
    (id) => postForm("/checkout", { form: "address", fields: { address: id }, token }),
  ];
  const answers = [];
  for (const act of acts) {
    const [answer, gone] = [await read(await act(theirs)), await read(await act(randomUUID()))];
    expect(answer).toEqual(gone);
    answers.push(answer);
  }
  expect(answers).toEqual([
    { status: 200, told: "This address was deleted meanwhile." },
    { status: 303, told: undefined },
    { status: 404, told: undefined },
  ]);
  expect(await addressesOf(account.id)).toEqual(before);
  expect(await addressesOf(staff.id)).toEqual(own);
});

async function read(answer: Response) {
  const page = await answer.text();
  expect(page).not.toContain("Hidden Lane");
  return { status: answer.status, told: page.match(/<div role="alert"[^>]*>([^<]*)</)?.[1] };
}
