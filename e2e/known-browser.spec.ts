import { ageColumn, findRow, sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { handedToken, peek, postForm, request, shopOrigin } from "./support/plain-form";
import { readCounter, setCounter } from "./support/throttle-rows";

// ASVS 6.3.1: a browser that an account knows has a counter of its own, which is no way around all others.

type Member = { email: string; password: string };

const guess = (email: string, token?: string) =>
  postForm("/login", { form: "password", fields: { email, password: "not it" }, token });

async function logIn(account: Member, token?: string) {
  const handed = handedToken(await postForm("/login", { form: "password", fields: account, token })) ?? "";
  return { token: handed, id: (await findRow(handed))?.id ?? "" };
}

test("a cookie is known while its session lives and when it ended by its time, and no copy that is left over is", async ({
  account,
}) => {
  const known = async (id: string) => readCounter("device", [account.email, id]);
  const live = await logIn(account);
  await guess(account.email, live.token);
  expect(await known(live.id)).toBe(1);

  const idle = await logIn(account);
  await ageColumn(idle.id, "lastSeenAt", { minutes: 31 });
  await guess(account.email, idle.token);
  expect(await known(idle.id)).toBe(1);

  const left = await logIn(account);
  await request("/logout", { method: "POST", token: left.token, headers: { origin: shopOrigin } });
  await guess(account.email, left.token);
  expect(await known(left.id)).toBe(0);

  for (const reason of ["REVOKED_BY_USER", "SESSION_LIMIT", "PASSWORD_CHANGED", "REUSE_DETECTED"]) {
    const ended = await logIn(account);
    await sql(`UPDATE "Session" SET "endedAt" = now(), "endReason" = $2::"EndReason" WHERE id = $1`, [
      ended.id,
      reason,
    ]);
    await guess(account.email, ended.token);
    expect(await known(ended.id), reason).toBe(0);
  }

  const again = await logIn(account);
  const { token } = await logIn(account, again.token);
  await peek(token);
  await guess(account.email, again.token);
  expect(await known(again.id), "a replaced token").toBe(0);
});

test("what fails in a known browser counts against the account as well", async ({ account }) => {
  const { token } = await logIn(account);
  await guess(account.email, token);
  await postForm("/confirm?next=/account", {
    form: "password",
    fields: { password: "not it" },
    token: await old(token),
  });
  expect(await readCounter("account", [account.email])).toBe(2);
});

async function old(token: string): Promise<string> {
  await ageColumn((await findRow(token))?.id ?? "", "authenticatedAt", { minutes: 11 });
  return token;
}

test("a browser that has failed fifty times is a stranger, and its owner gets in with the password", async ({
  account,
}) => {
  const { token, id } = await logIn(account);
  await setCounter("deviceInAll", [account.email, id], 50);
  await guess(account.email, token);
  expect(await readCounter("device", [account.email, id])).toBe(0);
  expect((await logIn(account)).token).not.toBe("");
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";
  test(`the fiftieth wrong password of a session ends it, and its owner logs in again${how}`, async ({
    device,
    account,
  }) => {
    const shopper = await device({ javaScriptEnabled });
    await shopper.logIn();
    const { id } = await shopper.row();
    await old(await shopper.token());
    await setCounter("deviceInAll", [account.email, id], 48);
    await shopper.open("/confirm?next=/account/security");
    const { page } = shopper;
    const confirm = async () => {
      await page.getByLabel("Password").fill("not it");
      await page.getByRole("button", { name: "Continue" }).click();
    };
    await confirm();
    await expect(page.getByText("That is not your password")).toBeVisible();
    expect(await shopper.row()).toMatchObject({ endedAt: null });
    await confirm();
    await expect(page.getByText("because a wrong password was given here too often").first()).toBeVisible();
    expect(await shopper.row()).toMatchObject({ endReason: "PASSWORD_GUESSED" });
    await shopper.open("/login");
    await shopper.logIn();
    expect(await shopper.row()).toMatchObject({ userId: account.id, endedAt: null });
  });
}
