import { nameDraft } from "../lib/session/encrypted/draft-place";
import { address, expect, fillAddress, fillCard, ordersOf, placeOrder, putInCart, test } from "./support/buying";
import { ageColumn, ageSession, eventsOf, findRow, sql } from "./support/database";
import { hold } from "./support/hold";
import { linkIn, mailTo } from "./support/mails";
import { handedToken, otherOrigin, peek, postForm, request } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

// ASVS 7.5.1 and 7.2.4: what concerns the account needs a fresh login, and confirming one replaces the token.

/** Logs in, and lets eleven minutes pass since. */
async function logInElevenMinutesAgo(shopper: Shopper) {
  await shopper.logIn();
  await ageColumn((await shopper.row()).id, "authenticatedAt", { minutes: 11 });
}

/** Sends a new name with a login that is no longer fresh, and is asked to confirm it. */
async function renameTooLate(shopper: Shopper) {
  const { page } = shopper;
  await shopper.open("/account/security");
  await page.getByLabel("Name").fill("Robin Renamed");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Confirm it's you" })).toBeVisible();
}

/** Lets eleven minutes pass since a form of the security page was kept. */
function keepElevenMinutesAgo(id: string, form: string) {
  return sql(
    `UPDATE "Session" SET sealed = jsonb_set(sealed, ARRAY[$2, 'keptAt'], to_jsonb(now() - interval '11 min'))
     WHERE id = $1 AND sealed ? $2 RETURNING id`,
    [id, nameDraft({ path: "/account/security", form })],
  );
}

async function nameOf(id: string) {
  const [user] = await sql<{ name: string }>(`SELECT name FROM "User" WHERE id = $1`, [id]);
  return user?.name;
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`a form sent eleven minutes after the login is kept, confirmed and asked for once more${how}`, async ({
    device,
    account,
  }) => {
    const shopper = await device({ javaScriptEnabled });
    const { page } = shopper;
    await logInElevenMinutesAgo(shopper);
    await renameTooLate(shopper);
    expect(await nameOf(account.id)).toBe("Robin Test");
    const before = await shopper.token();
    await page.getByLabel("Password").fill(account.password);
    await page.getByRole("button", { name: "Continue" }).click();

    await expect(page.getByText("Confirmed. Please check and save.")).toBeVisible();
    await expect(page.getByLabel("Name")).toHaveValue("Robin Renamed");
    expect(await nameOf(account.id)).toBe("Robin Test");
    expect(await shopper.token()).not.toBe(before);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    expect(await nameOf(account.id)).toBe("Robin Renamed");

    await page.reload();
    await expect(page.getByText("Please check and save")).toBeHidden();
  });
}

test("the old token is dead after confirming, on every server, and its late replay ends the session", async ({
  shopper,
}) => {
  await logInElevenMinutesAgo(shopper);
  const old = await shopper.token();
  const { id } = await shopper.row();
  await shopper.open("/confirm?next=/account/security");
  await shopper.page.getByLabel("Password").fill(shopper.account.password);
  await shopper.page.getByRole("button", { name: "Continue" }).click();
  await expect(shopper.page.getByRole("heading", { name: "Security" })).toBeVisible();
  const row = await shopper.row();
  expect(row.id).toBe(id);
  expect(await shopper.cookie()).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax", expires: -1 });
  expect(await peek(old, otherOrigin)).toEqual({ status: "none" });

  await ageSession(id, { seconds: 31 });
  expect(await peek(old, otherOrigin)).toEqual({ status: "none" });
  expect(await shopper.row()).toMatchObject({ endReason: "REUSE_DETECTED" });
});

test("a wrong password confirms nothing and is written down", async ({ shopper, account }) => {
  await logInElevenMinutesAgo(shopper);
  const token = await shopper.token();
  await shopper.open("/confirm?next=/account/security");
  await shopper.page.getByLabel("Password").fill("not the password");
  await shopper.page.getByRole("button", { name: "Continue" }).click();
  await expect(shopper.page.getByText("That is not your password")).toBeVisible();
  expect(await shopper.token()).toBe(token);
  const { id } = await shopper.row();
  expect(await eventsOf(account.id, "refused")).toEqual([
    { sessionId: id, detail: { what: "confirm", why: "wrong password" } },
  ]);
});

test("the kept form is gone after ten minutes, never holds a password, and stands nowhere in plain", async ({
  shopper,
}) => {
  await logInElevenMinutesAgo(shopper);
  const { page } = shopper;
  await shopper.open("/account/security");
  await page.getByLabel("Current password").fill(shopper.account.password);
  await page.getByLabel("New password").fill("a new password of mine");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("heading", { name: "Confirm it's you" })).toBeVisible();
  await renameTooLate(shopper);
  const { id } = await shopper.row();
  const [{ text } = { text: "" }] = await sql<{ text: string }>(
    `SELECT sealed::text AS text FROM "Session" WHERE id = $1`,
    [id],
  );
  expect(text).toContain("ciphertext");
  expect(text).not.toContain("Renamed");

  for (const form of ["password", "details"]) expect(await keepElevenMinutesAgo(id, form)).toHaveLength(1);
  await page.getByLabel("Password").fill(shopper.account.password);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByLabel("Name")).toHaveValue("Robin Test");
  await expect(page.getByText("Please check and save")).toBeHidden();
});

for (const isLate of [false, true]) {
  test(`a form that waits for a confirmation is ${isLate ? "gone" : "there"} after a timeout and a login, ${
    isLate ? "eleven minutes" : "a moment"
  } after it was sent`, async ({ shopper }) => {
    const { page } = shopper;
    await logInElevenMinutesAgo(shopper);
    await renameTooLate(shopper);
    if (isLate) await keepElevenMinutesAgo((await shopper.row()).id, "details");
    await shopper.age({ minutes: 31 });
    await shopper.open("/account/security");
    await expect(page).toHaveURL(/\/login\?next=/);
    await shopper.logIn();
    await expect(page.getByLabel("Name")).toHaveValue(isLate ? "Robin Test" : "Robin Renamed");
    await expect(page.getByText("Please check and save")).toBeVisible({ visible: !isLate });
  });
}

test("posting straight to the forms with an eleven-minute-old login does nothing", async ({ shopper, account }) => {
  await logInElevenMinutesAgo(shopper);
  const token = await shopper.token();
  const forms: { form: string; fields: Record<string, string> }[] = [
    { form: "Change password", fields: { current: account.password, password: "another good one" } },
    { form: "Save", fields: { name: "Mallory", email: "mallory@example.com" } },
    { form: "sure", fields: { sure: "on" } },
  ];
  for (const one of forms) {
    const answer = await postForm("/account/security", { ...one, token });
    expect(answer.status, one.form).toBe(303);
    expect(answer.headers.get("location"), one.form).toBe("/confirm?next=%2Faccount%2Fsecurity");
    expect(answer.headers.getSetCookie(), one.form).toEqual([]);
  }
  const [user] = await sql(`SELECT name, email, "deletedAt" FROM "User" WHERE id = $1`, [account.id]);
  expect(user).toEqual({ name: account.name, email: account.email, deletedAt: null });
  const again = await postForm("/login", { form: "password", fields: account });
  expect(handedToken(again)).toBeDefined();

  const file = await request("/account/export", { token });
  expect(file.status).toBe(307);
  expect(file.headers.get("location")).toContain("/confirm?next=%2Faccount%2Fsecurity");
});

for (const reason of ["ACCOUNT_DELETED", "IDLE_TIMEOUT"]) {
  test(`a form sent while its account is deleted elsewhere leaves nothing behind (${reason})`, async ({ account }) => {
    const token = handedToken(await postForm("/login", { form: "password", fields: account })) ?? "";
    const id = (await findRow(token))?.id ?? "";
    await ageColumn(id, "authenticatedAt", { minutes: 11 });
    const deletion = await hold(
      `UPDATE "Session" SET "endedAt" = now(), "endReason" = $2::"EndReason", sealed = '{}' WHERE id = $1 RETURNING id`,
      [id, reason],
    );
    const fields = { name: "Robin Renamed", email: account.email };
    const sent = postForm("/account/security", { form: "Save", fields, token });
    await deletion.waited();
    await deletion.query(`UPDATE "User" SET "deletedAt" = now() WHERE id = $1`, [account.id]);
    await deletion.letGo();
    expect(await (await sent).text()).toContain("Something else changed at the same moment");
    expect(await sql(`SELECT sealed FROM "Session" WHERE id = $1`, [id])).toEqual([{ sealed: {} }]);
  });
}

test("a member without a password confirms a large order by a link in a mail, and finds it as it was", async ({
  shopper,
  account,
  piece,
}) => {
  const vase = await piece({ priceCents: 310_00 });
  const { page } = shopper;
  await logInElevenMinutesAgo(shopper);
  await sql(`UPDATE "User" SET "passwordHash" = NULL, "emailVerifiedAt" = now() WHERE id = $1`, [account.id]);
  await putInCart(shopper, vase);
  await shopper.open("/checkout");
  await fillAddress(page);
  await page.getByRole("radio", { name: /Express/ }).check();
  await fillCard(page);
  await placeOrder(page);
  await expect(page.getByRole("heading", { name: "Confirm it's you" })).toBeVisible();
  expect(await ordersOf(vase)).toEqual([]);
  const [before, { id }] = [await shopper.token(), await shopper.row()];

  await page.getByRole("button", { name: "Email me a link" }).click();
  await expect(page.getByText("A mail with a link is on its way to you. It leads back to here.")).toBeVisible();
  await shopper.open(linkIn(await mailTo(account.email, "Your link to log in")));
  await page.getByRole("main").getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL(/\/checkout$/);
  expect(await shopper.token()).not.toBe(before);
  expect(await shopper.row()).toMatchObject({ id, userId: account.id, endedAt: null });
  for (const [label, value] of Object.entries(address)) await expect(page.getByLabel(label)).toHaveValue(value);
  await expect(page.getByRole("radio", { name: /Express/ })).toBeChecked();
  await expect(page.getByLabel("Card number")).toHaveValue("");
  await fillCard(page);
  await placeOrder(page);
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();
  expect(await ordersOf(vase)).toEqual([expect.objectContaining({ userId: account.id })]);
});

test("without a session the page leads to the login, and with a fresh one straight on", async ({ shopper }) => {
  await shopper.open("/confirm?next=/account/security");
  await expect(shopper.page).toHaveURL(/\/login\?next=/);
  await shopper.logIn();
  await shopper.open("/confirm?next=https://evil.example/");
  await expect(shopper.page).toHaveURL(/\/account$/);
});
