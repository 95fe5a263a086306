import { randomBytes, randomUUID } from "node:crypto";
import { deleteAccount } from "./support/account";
import { endReasons, hashOf, sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { ageLinks, linkIn, mailTo } from "./support/mails";
import { handedToken, otherOrigin, peek, postForm, request } from "./support/plain-form";

// ASVS 7.4.3: links to log in go to the account's address, so whoever changes it changes what lets in.

const subject = "Your address was changed";
const goBack = "Go back to this address";

/** A link as it stands in a mail to this address. */
async function addLink(userId: string, purpose: string, email: string): Promise<string> {
  const link = randomBytes(32).toString("hex");
  await sql(`INSERT INTO "MailToken" (hash, purpose, "userId", email) VALUES ($1, $2::"MailPurpose", $3, $4)`, [
    hashOf(link),
    purpose,
    userId,
    email,
  ]);
  return link;
}

async function userOf(id: string) {
  const [user] = await sql<{ email: string; passwordHash: string | null; addresses: number }>(
    `SELECT email, "passwordHash", (SELECT count(*)::int FROM "Address" WHERE "userId" = u.id) AS addresses
     FROM "User" u WHERE id = $1`,
    [id],
  );
  return user;
}

type Member = { id: string; email: string; password: string };

const logIn = async ({ email, password }: Omit<Member, "id">) =>
  handedToken(await postForm("/login", { form: "password", fields: { email, password } })) ?? "";

/** Moves the account on to a new address, as whoever has its password and the new mailbox. Returns the way back. */
async function moveOn(member: Member, email: string): Promise<string> {
  const link = await addLink(member.id, "CHANGE_EMAIL", email);
  const token = await logIn(member);
  const answer = await postForm(`/verify-email/${link}`, { form: "Confirm address", token });
  expect(answer.headers.get("location")).toBe("/verify-email");
  return linkIn(await mailTo(member.email, subject));
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`a changed address ends the other devices, gives this one a new token and makes older links useless${how}`, async ({
    device,
    account,
  }) => {
    const theirs = await logIn(account);
    const shopper = await device({ javaScriptEnabled });
    await shopper.enter();
    const { id } = await shopper.row();
    const old = await shopper.token();
    const letIn = await addLink(account.id, "LOG_IN", account.email);
    await addLink(account.id, "RESET_PASSWORD", account.email);
    const email = `new-${account.email}`;
    await shopper.open(`/verify-email/${await addLink(account.id, "CHANGE_EMAIL", email)}`);
    await shopper.page.getByRole("button", { name: "Confirm address" }).click();
    await expect(shopper.page.getByText(`${email} is confirmed.`)).toBeVisible();

    expect(await shopper.token()).not.toBe(old);
    expect(await shopper.row()).toMatchObject({ id, endedAt: null });
    expect(await peek(old, otherOrigin)).toEqual({ status: "none" });
    expect(await peek(theirs, otherOrigin)).toMatchObject({
      status: "ended",
      message: expect.stringContaining("because the email address of your account was changed"),
    });
    expect(await endReasons(account.id)).toEqual(["EMAIL_CHANGED"]);
    const open = await sql(`SELECT purpose FROM "MailToken" WHERE "userId" = $1 AND "usedAt" IS NULL`, [account.id]);
    expect(open).toEqual([{ purpose: "RESTORE_EMAIL" }]);
    expect(await (await request(`/login/link/${letIn}`)).text()).toContain("This link no longer works");
  });

  test(`whoever lost the account by it goes back with the mail to the old address${how}`, async ({
    device,
    account,
  }) => {
    await sql(
      `INSERT INTO "Address" (id, "userId", name, street, postcode, city, country) VALUES ($1, $2, 'M', 'A', '1', 'C', 'DE')`,
      [randomUUID(), account.id],
    );
    const email = `thief-${account.email}`;
    const wayBack = await moveOn(account, email);
    const thief = await logIn({ ...account, email });
    const asked = await addLink(account.id, "LOG_IN", email);

    // Mail scanners open links.
    const before = await userOf(account.id);
    expect((await request(wayBack)).status).toBe(200);
    expect(await userOf(account.id)).toEqual(before);
    expect(await peek(thief)).toMatchObject({ status: "member" });

    const owner = await device({ javaScriptEnabled });
    await owner.open(wayBack);
    await owner.page.getByRole("button", { name: goBack }).click();
    await expect(owner.page.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
    expect(await userOf(account.id)).toEqual({ email: account.email, passwordHash: null, addresses: 0 });
    expect(await peek(thief, otherOrigin)).toMatchObject({ status: "ended" });
    expect(await logIn({ ...account, email })).toBe("");
    expect(await (await request(`/login/link/${asked}`)).text()).toContain("This link no longer works");

    await owner.page.getByLabel("New password").fill("a jar full of oats");
    await owner.page.getByRole("button", { name: "Save password" }).click();
    await expect(owner.page).toHaveURL(/\/login/);
    await owner.logIn({ password: "a jar full of oats" });
    expect(await owner.row()).toMatchObject({ userId: account.id, endedAt: null });
    await owner.open(wayBack);
    await expect(owner.page.getByRole("alert").first()).toContainText("This link no longer works");
  });
}

test("the way back works for a day and no longer", async ({ account }) => {
  const wayBack = await moveOn(account, `new-${account.email}`);
  await ageLinks(account.id, 23 * 60 + 58);
  expect(await (await request(wayBack)).text()).toContain(goBack);
  await ageLinks(account.id, 3);
  expect(await (await request(wayBack)).text()).toContain("This link no longer works");
});

test("a thief who moves the account on and back again does not take its owner's way back", async ({ account }) => {
  const ownersWay = await moveOn(account, `first-${account.email}`);
  const first = { ...account, email: `first-${account.email}` };
  const thiefsWay = await moveOn(first, `second-${account.email}`);
  await postForm(thiefsWay, { form: goBack });
  expect((await userOf(account.id))?.email).toBe(first.email);
  await postForm(ownersWay, { form: goBack });
  expect((await userOf(account.id))?.email).toBe(account.email);
  // The later way back went with the owner's.
  expect(await (await request(thiefsWay)).text()).toContain("This link no longer works");
});

test("nobody bars the way back by registering with the old address", async ({ account }) => {
  const wayBack = await moveOn(account, `new-${account.email}`);
  const fields = { name: "Mallory", email: account.email, password: "four words for pots" };
  const register = async () => postForm("/register", { form: "password", fields });
  expect(await (await register()).text()).toContain("There is an account with this address already");
  expect(await sql(`SELECT FROM "User" WHERE email = $1`, [account.email])).toEqual([]);
  await postForm(wayBack, { form: goBack });
  expect((await userOf(account.id))?.email).toBe(account.email);

  const given = `given-${account.email}`;
  await sql(`UPDATE "User" SET email = $2 WHERE id = $1`, [account.id, given]);
  expect(handedToken(await register())).toBeDefined();
  await deleteAccount(account.email);
});
