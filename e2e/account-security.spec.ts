import { readFile } from "node:fs/promises";
import { createAccount, forgetAccount } from "./support/account";
import { ageColumn, endReasons, eventsOf, findRow, liveIds, sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { linkIn, mailTo } from "./support/mails";
import { handedToken, otherOrigin, peek, postForm, request, shopOrigin } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

// ASVS 7.4.1 to 7.4.3 and 7.5.1: what owners change about their account, and what it does to their sessions.

const newPassword = "a jar full of oats";

async function changePassword({ page, account }: Shopper, { current = account.password, password = newPassword } = {}) {
  await page.getByLabel("Current password").fill(current);
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Change password" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : " without JavaScript";

  test(`a changed password${how} ends the other devices and gives this one a new token`, async ({
    device,
    account,
  }) => {
    const other = await device();
    await other.enter();
    const theirs = await other.token();
    const shopper = await device({ javaScriptEnabled });
    await shopper.enter();
    const old = await shopper.token();
    await shopper.open("/account/security");
    await changePassword(shopper);
    await expect(shopper.page.getByText("Your password is changed.")).toBeVisible();

    expect(await shopper.token()).not.toBe(old);
    expect(await peek(old, otherOrigin)).toEqual({ status: "none" });
    expect(await peek(await shopper.token(), otherOrigin)).toMatchObject({ status: "member" });
    expect(await peek(theirs, otherOrigin)).toMatchObject({ status: "ended" });
    await other.open("/account");
    await expect(other.page.getByRole("status").first()).toContainText("because your password was changed");
    expect(await endReasons(account.id)).toEqual(["PASSWORD_CHANGED"]);
    expect(await eventsOf(account.id, "password changed")).toHaveLength(1);

    const refused = await postForm("/login", { form: "password", fields: account });
    expect(handedToken(refused)).toBeUndefined();
    await other.logIn({ password: newPassword });
    expect(await other.row()).toMatchObject({ endedAt: null });
  });
}

test("a wrong current password or a short new one changes nothing and says so beside the field", async ({
  shopper,
  account,
}) => {
  await shopper.enter();
  const token = await shopper.token();
  await shopper.open("/account/security");
  await changePassword(shopper, { current: "not it" });
  await expect(shopper.page.getByLabel("Current password")).toHaveAccessibleDescription(/not your password/);
  await changePassword(shopper, { password: "short" });
  await expect(shopper.page.getByLabel("New password")).toHaveAccessibleDescription(/At least 8 characters/);
  expect(await shopper.token()).toBe(token);
  expect(handedToken(await postForm("/login", { form: "password", fields: account }))).toBeDefined();
});

test("twenty logins against one password change leave one live row", async ({ account }) => {
  const logIn = (options = {}) => postForm("/login", { form: "password", fields: account, ...options });
  const devices = await Promise.all(Array.from({ length: 8 }, async () => handedToken(await logIn()) ?? ""));
  const token = handedToken(await logIn()) ?? "";
  const [change] = await Promise.all([
    postForm("/account/security", {
      form: "Change password",
      fields: { current: account.password, password: newPassword },
      token,
    }),
    ...Array.from({ length: 20 }, (_, place) =>
      logIn({ token: devices[place % 8], origin: place % 2 ? otherOrigin : shopOrigin }),
    ),
  ]);
  expect(await change.text()).toContain("Your password is changed.");
  const live = await liveIds(account.id);
  expect(live).toEqual([(await findRow(handedToken(change) ?? ""))?.id]);
});

test("a new address is the account's once its owner has used the link in the mail, and may not be somebody else's", async ({
  shopper,
  account,
}) => {
  const neighbour = await createAccount();
  await sql(`UPDATE "User" SET "emailVerifiedAt" = now() WHERE id = $1`, [account.id]);
  await shopper.enter();
  await shopper.open("/account/security");
  const { page } = shopper;
  await page.getByLabel("Email").fill(neighbour.email.toUpperCase());
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("A mail with a link is on its way to the new address")).toBeVisible();
  await page.goto(linkIn(await mailTo(neighbour.email, "Confirm your new address")));
  await page.getByRole("button", { name: "Confirm address" }).click();
  await expect(page.getByText("Another account has this address by now.")).toBeVisible();
  await shopper.open("/account/security");

  const email = `new-${account.email}`;
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("A mail with a link is on its way to the new address")).toBeVisible();
  expect(await sql(`SELECT email FROM "User" WHERE id = $1`, [account.id])).toEqual([{ email: account.email }]);
  await page.goto(linkIn(await mailTo(email, "Confirm your new address")));
  await page.getByRole("button", { name: "Confirm address" }).click();
  await expect(page.getByText(`${email} is confirmed.`)).toBeVisible();
  await mailTo(account.email, "Your address was changed");
  const [user] = await sql(`SELECT email, "emailVerifiedAt" FROM "User" WHERE id = $1`, [account.id]);
  expect(user).toEqual({ email, emailVerifiedAt: expect.any(Date) });
  expect(await eventsOf(account.id, "details changed")).toHaveLength(1);
  expect(handedToken(await postForm("/login", { form: "password", fields: { ...account, email } }))).toBeDefined();
  await forgetAccount(neighbour.id);
});

test("a name as long as a form may be is not kept while the member confirms who they are", async ({ account }) => {
  const token = handedToken(await postForm("/login", { form: "password", fields: account })) ?? "";
  const id = (await findRow(token))?.id ?? "";
  await ageColumn(id, "authenticatedAt", { minutes: 11 });
  const fields = { name: "x".repeat(100_000), email: account.email };
  const answer = await postForm("/account/security", { form: "Save", fields, token });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe("/confirm?next=%2Faccount%2Fsecurity");
  const [kept] = await sql<{ text: string }>(`SELECT sealed::text AS text FROM "Session" WHERE id = $1`, [id]);
  expect(kept?.text).toContain("ciphertext");
  expect(kept?.text.length).toBeLessThan(10_000);
});

test("the download holds what the shop knows, and no secret", async ({ shopper, account }) => {
  await shopper.addToCart("Morning Mug");
  await shopper.logIn();
  await shopper.open("/account/security");
  const downloading = shopper.page.waitForEvent("download");
  await shopper.page.getByRole("link", { name: "Download my data" }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe("the-cookie-jar.json");
  const text = await readFile(await file.path(), "utf8");
  const data = JSON.parse(text);
  expect(data.user).toMatchObject({ id: account.id, email: account.email });
  expect(data.sessions).toHaveLength(1);
  expect(data.cart).toEqual([expect.objectContaining({ sku: "MOR-TER", quantity: 1 })]);
  expect(data.events.length).toBeGreaterThan(0);
  const token = await shopper.token();
  expect(text).not.toContain(token);
  expect(text).not.toMatch(/hash|sealed|argon2/i);

  const answer = await request("/account/export", { token });
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect((await request("/account/export")).headers.get("location")).toContain("/login?next=");
});

test("deleting the account takes the person out of it and logs out every device", async ({
  shopper,
  device,
  account,
}) => {
  const other = await device();
  await other.addToCart("Morning Mug");
  await other.logIn();
  const theirs = await other.token();
  await shopper.enter();
  const token = await shopper.token();
  await shopper.open("/account/security");
  const { page } = shopper;
  await page.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByText("Please tick the box first")).toBeVisible();
  await page.getByRole("checkbox", { name: "Delete my account for good" }).check();
  await page.getByRole("button", { name: "Delete my account" }).click();
  await expect(page).toHaveURL(/\/login/);
  await expect(page.getByRole("status").first()).toHaveText("You were logged out because your account was deleted.");

  const [user] = await sql(
    `SELECT email, name, "passwordHash", "deletedAt" IS NOT NULL AS deleted,
       (SELECT count(*)::int FROM "Cart" WHERE "userId" = u.id) AS carts FROM "User" u WHERE id = $1`,
    [account.id],
  );
  expect(user).toEqual({
    email: `deleted-${account.id}@invalid`,
    name: "Deleted",
    passwordHash: null,
    deleted: true,
    carts: 0,
  });
  expect(await endReasons(account.id)).toEqual(["ACCOUNT_DELETED", "ACCOUNT_DELETED"]);
  for (const dead of [token, theirs]) expect((await peek(dead, otherOrigin)).status).not.toBe("member");
  await other.open("/account");
  await expect(other.page.getByRole("status").first()).toContainText("because your account was deleted");
  expect(handedToken(await postForm("/login", { form: "password", fields: account }))).toBeUndefined();
});

test("a refused login is written down with its account, or with none, and never with the address", async ({
  account,
}) => {
  await postForm("/login", { form: "password", fields: { email: account.email, password: "not it" } });
  expect(await eventsOf(account.id, "refused")).toEqual([
    { sessionId: null, detail: { what: "log in", why: "wrong password" } },
  ]);
  const address = `nobody-${account.id}@example.com`;
  await postForm("/login", { form: "password", fields: { email: address, password: "not it" } });
  expect(await sql(`SELECT FROM "SessionEvent" WHERE detail::text LIKE $1`, [`%${address}%`])).toEqual([]);
});
