import { expect, type Piece, putInCart, test } from "./support/buying";
import { sql } from "./support/database";
import { linkIn, mailTo } from "./support/mails";
import { postForm, request } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

// Somebody else may have opened the account: what they saved must not be where its owner's things are sent to.

const newPassword = "a kettle for two people";

const proofs = [
  {
    what: "a link to log in",
    says: "addresses from before are removed",
    ask: async (email: string) => {
      await postForm("/login", { form: "password", fields: { email, intent: "link" } });
      return linkIn(await mailTo(email, "Your link to log in"));
    },
    use: async ({ page, account }: Shopper) => {
      await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
      await expect(page.getByRole("heading", { name: `Hello, ${account.name}` })).toBeVisible();
    },
    post: (link: string) => postForm(link, { form: "token" }),
  },
  {
    what: "a new password",
    says: "Addresses saved before are removed",
    ask: async (email: string) => {
      await postForm("/forgot-password", { form: "email", fields: { email } });
      return linkIn(await mailTo(email, "Choose a new password"));
    },
    use: async (shopper: Shopper) => {
      await shopper.page.getByLabel("New password").fill(newPassword);
      await shopper.page.getByRole("button", { name: "Save password" }).click();
      await expect(shopper.page).toHaveURL(/\/login\?reset$/);
      await shopper.logIn({ password: newPassword });
    },
    post: (link: string) => postForm(link, { form: "password", fields: { password: newPassword } }),
  },
];

for (const { what, says, ask, use, post } of proofs) {
  test(`an owner who first shows the address to be theirs by ${what} is told that saved addresses go, and they do`, async ({
    shopper,
    piece,
  }) => {
    await saveAddress(shopper.account.id);
    await shopper.open(await ask(shopper.account.email));
    await expect(shopper.page.getByText(says)).toBeVisible();
    expect(await streetsOf(shopper.account.id)).toEqual(["Planted Lane 1"]);
    await use(shopper);
    expect(await streetsOf(shopper.account.id)).toEqual([]);
    await expectNoAddress(shopper, await piece());
  });

  test(`${what} takes no addresses from an owner who has shown it before`, async ({ account: { id, email } }) => {
    await saveAddress(id);
    await sql(`UPDATE "User" SET "emailVerifiedAt" = now() WHERE id = $1`, [id]);
    const link = await ask(email);
    expect(await (await request(link)).text()).not.toContain("are removed");
    expect((await post(link)).status).toBe(303);
    expect(await streetsOf(id)).toEqual(["Planted Lane 1"]);
  });
}

async function saveAddress(userId: string) {
  await sql(
    `INSERT INTO "Address" (id, "userId", name, street, postcode, city, country)
     VALUES (gen_random_uuid(), $1, 'Somebody Else', 'Planted Lane 1', '99999', 'Elsewhere', 'Nowhere')`,
    [userId],
  );
}

async function streetsOf(userId: string): Promise<string[]> {
  const rows = await sql<{ street: string }>(`SELECT street FROM "Address" WHERE "userId" = $1`, [userId]);
  return rows.map(({ street }) => street);
}

async function expectNoAddress(shopper: Shopper, piece: Piece) {
  await putInCart(shopper, piece);
  await shopper.open("/checkout");
  for (const label of ["Street and number", "Postcode", "City", "Country"])
    await expect(shopper.page.getByLabel(label)).toHaveValue("");
  await expect(shopper.page.getByRole("button", { name: /Send it to/ })).toBeHidden();
}
