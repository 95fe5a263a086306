import { nameDraft } from "../lib/session/encrypted/draft-place";
import { readEncrypted } from "../lib/session/encrypted/store";
import { address } from "./support/buying";
import { findRow, sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { handedToken, postForm, request, shopOrigin } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

// WCAG 2.2 SC 2.2.5 and 3.3.1: nothing that was typed is lost when the submit itself meets an ended session, and the
// first wrong field of every form is where the person is led.

async function fill({ page }: Shopper, fields: Record<string, string>) {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
}

async function expectFilled({ page }: Shopper, fields: Record<string, string>) {
  for (const [label, value] of Object.entries(fields))
    await expect(page.getByLabel(label, { exact: true })).toHaveValue(value);
}

const press = ({ page }: Shopper, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Sends the form on show half an hour too late, and logs in again. */
async function sendTooLate(shopper: Shopper, button: string) {
  await shopper.age({ minutes: 31 });
  await press(shopper, button);
  await expect(shopper.page).toHaveURL(/\/login\?next=/);
  await expect(shopper.page.getByRole("status").first()).toContainText("after 30 minutes without activity");
  const ended = await shopper.row();
  await shopper.logIn();
  return ended;
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : " without JavaScript";

  test.describe(`A form that is sent when the session is over${how}`, () => {
    test("comes back with the address that was typed, once", async ({ device, account }) => {
      const shopper = await device({ javaScriptEnabled });
      await shopper.logIn({ next: "/account/addresses" });
      await fill(shopper, address);
      const ended = await sendTooLate(shopper, "Add address");
      expect(JSON.stringify(ended)).toContain('"draft:');
      expect(JSON.stringify(ended)).not.toContain("Töpfergasse");
      await expect(shopper.page).toHaveURL("/account/addresses");
      await expectFilled(shopper, address);
      expect(JSON.stringify(await shopper.row())).not.toContain('"draft:');
      await press(shopper, "Add address");
      await expect(shopper.page.getByRole("listitem").filter({ hasText: "Töpfergasse 7" })).toBeVisible();
      expect(await sql(`SELECT city FROM "Address" WHERE "userId" = $1`, [account.id])).toEqual([{ city: "Berlin" }]);
      await shopper.page.reload();
      await expectFilled(shopper, { City: "" });
    });

    test("comes back with the change of an address", async ({ device }) => {
      const shopper = await device({ javaScriptEnabled });
      await shopper.logIn({ next: "/account/addresses" });
      await fill(shopper, address);
      await press(shopper, "Add address");
      await shopper.page.getByRole("link", { name: "Change Töpfergasse 7" }).click();
      await expectFilled(shopper, address);
      await fill(shopper, { City: "Potsdam" });
      await sendTooLate(shopper, "Save changes");
      await expect(shopper.page.getByRole("button", { name: "Save changes" })).toBeVisible();
      await expectFilled(shopper, { ...address, City: "Potsdam" });
    });

    test("comes back with name and email, and never with a password", async ({ device }) => {
      const shopper = await device({ javaScriptEnabled });
      await shopper.logIn({ next: "/account/security" });
      const details = { Name: "Robin Newname", Email: "newname@example.com" };
      await fill(shopper, { ...details, "New password": "a jar full of oats" });
      await sendTooLate(shopper, "Save");
      await expect(shopper.page).toHaveURL("/account/security");
      await expectFilled(shopper, { ...details, "New password": "" });
    });

    test("keeps nothing of a new password", async ({ device }) => {
      const shopper = await device({ javaScriptEnabled });
      await shopper.logIn({ next: "/account/security" });
      await fill(shopper, { "Current password": "something", "New password": "a jar full of oats" });
      const ended = await sendTooLate(shopper, "Change password");
      expect(JSON.stringify(ended)).not.toContain('"draft:');
      await expectFilled(shopper, { "Current password": "", "New password": "" });
    });

    test("keeps it from whoever logs in next", async ({ device, staff }) => {
      const shopper = await device({ javaScriptEnabled });
      await shopper.logIn({ next: "/account/addresses" });
      await fill(shopper, address);
      await shopper.age({ minutes: 31 });
      await press(shopper, "Add address");
      await expect(shopper.page).toHaveURL(/\/login/);
      await shopper.page.getByLabel("Email").fill(staff.email);
      await shopper.page.getByLabel("Password").fill(staff.password);
      await press(shopper, "Log in");
      await expect(shopper.page).toHaveURL("/account/addresses");
      await expectFilled(shopper, { City: "", "Street and number": "" });
    });
  });

  test(`The first wrong field has the focus and says what is wrong${how}`, async ({ device }) => {
    const shopper = await device({ javaScriptEnabled });
    const { page } = shopper;
    const expectLed = async (button: string, label: string, says: RegExp) => {
      await press(shopper, button);
      const field = page.getByLabel(label, { exact: true });
      await expect(field).toBeFocused();
      await expect(field).toHaveAttribute("aria-invalid", "true");
      await expect(field).toHaveAccessibleDescription(says);
    };
    await shopper.open("/register");
    await expectLed("Create account", "Name", /\w/);
    await shopper.open("/forgot-password");
    await expectLed("Email me a link", "Email", /\w/);
    await shopper.open("/login?next=/account/addresses");
    await expectLed("Log in", "Email", /\w/);
    await shopper.logIn();
    await fill(shopper, { "Full name": address["Full name"] });
    await expectLed("Add address", "Street and number", /\w/);
    await shopper.open("/account/security");
    await expectLed("Change password", "Current password", /\w/);
  });
}

test("a field that is wrong a second time is said again", async ({ shopper }) => {
  await shopper.open("/forgot-password");
  const email = shopper.page.getByLabel("Email");
  await email.press("Enter");
  await expect(email).toBeFocused();
  await expect(email).toHaveAccessibleDescription(/\w/);
  const heard = await email.evaluateHandle((field) => {
    const events: string[] = [];
    for (const type of ["blur", "focus"]) field.addEventListener(type, () => events.push(type));
    return events;
  });
  await email.press("Enter");
  await expect.poll(() => heard.jsonValue()).toEqual(["blur", "focus"]);
  await expect(email).toBeFocused();
});

test("what was typed in one tab is kept although another has already said why the session is over", async ({
  device,
}) => {
  const shopper = await device({ javaScriptEnabled: false });
  await shopper.logIn({ next: "/account/addresses" });
  await fill(shopper, address);
  await shopper.age({ minutes: 31 });
  const other = await shopper.context.newPage();
  await other.goto("/account");
  await expect(other.getByRole("status").first()).toContainText("after 30 minutes without activity");
  await sql(`UPDATE "Session" SET "explainedAt" = "explainedAt" - interval '1 minute' WHERE id = $1`, [
    (await shopper.row()).id,
  ]);
  await press(shopper, "Add address");
  await expect(shopper.page).toHaveURL(/\/login/);
  await shopper.logIn();
  await expectFilled(shopper, address);
});

test("what was typed on two pages is kept for both, with a form of one and no form of the other", async ({
  device,
}) => {
  const shopper = await device({ javaScriptEnabled: false });
  await shopper.logIn({ next: "/account/addresses" });
  await fill(shopper, address);
  const other = await shopper.context.newPage();
  await other.goto("/account/security");
  await other.getByLabel("Name", { exact: true }).fill("Robin Newname");
  await shopper.age({ minutes: 31 });
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other).toHaveURL(/\/login/);
  await press(shopper, "Add address");
  await expect(shopper.page).toHaveURL(/\/login/);
  await shopper.logIn();
  await expectFilled(shopper, address);
  await shopper.open("/account/security");
  await expectFilled(shopper, { Name: "Robin Newname" });
  expect(JSON.stringify(await shopper.row())).not.toContain('"draft:');
});

test("a session keeps ten drafts, of which the one changed longest ago gives way to a new one", async ({ account }) => {
  const token = handedToken(await postForm("/login", { form: "password", fields: account })) ?? "";
  const headers = { origin: shopOrigin };
  const save = (path: string, name: string) =>
    request("/api/session/draft", { method: "POST", token, headers, body: JSON.stringify({ path, fields: { name } }) });
  const take = async (path: string) =>
    (await (await request(`/api/session/draft?path=${path}`, { method: "DELETE", token, headers })).json()).fields;
  await save("/checkout", "Robin at the checkout");
  for (let n = 1; n <= 10; n++) await save(`/page-${n}`, "Robin");
  await save("/page-1", "Robin again");
  await save("/checkout", "Robin is back");
  const row = await findRow(token);
  expect(JSON.stringify(row).match(/"draft:/g)).toHaveLength(10);
  expect(await take("/page-2")).toBeNull();
  expect(await take("/page-1")).toEqual({ name: "Robin again" });
  expect(await take("/page-1"), "given once").toBeNull();
  expect(await take("/checkout"), "not a script's to take: the page comes with it").toBeNull();
  expect(await readEncrypted(row?.id ?? "", nameDraft({ path: "/checkout" }))).toEqual({ name: "Robin is back" });
});

test("a support search that meets an ended session goes on after the login", async ({ device, staff }) => {
  const shopper = await device({ account: staff });
  await shopper.logIn({ next: "/admin/sessions" });
  await shopper.age({ minutes: 16 });
  await shopper.page.getByRole("searchbox", { name: "Name or email of the customer" }).fill(staff.email);
  await press(shopper, "Find");
  await expect(shopper.page).toHaveURL(/\/login/);
  await shopper.logIn();
  await expect(shopper.page.getByRole("searchbox", { name: "Name or email of the customer" })).toHaveValue(staff.email);
});
