import type { Cookie } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { postForm, request, shopOrigin } from "./support/plain-form";
import { cookieName, formerCookieName } from "./support/shopper";

// ASVS 3.3.1 to 3.3.5. The fixture looks at every cookie of the suite; here is what each kind of session has.

const DAY = 86_400;

test.describe("The session cookie", () => {
  test("can be read by the shop's server only", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    expect(await shopper.cookie()).toMatchObject({
      name: cookieName,
      path: "/",
      domain: new URL(shopper.page.url()).hostname,
      secure: true,
      httpOnly: true,
      sameSite: "Lax",
    });
    expect(await shopper.page.evaluate(() => document.cookie)).toBe("");
    expect(await shopper.context.cookies()).toHaveLength(1);
  });

  test("is one short line with every protection, and no Domain", async ({ account }) => {
    const fields = { email: account.email, password: account.password };
    const response = await postForm("/login", { form: "password", fields });
    const lines = response.headers.getSetCookie();
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^${cookieName}=`))]);
    const [, ...attributes] = (lines[0] ?? "").split("; ");
    expect(attributes.map((attribute) => attribute.toLowerCase()).sort()).toEqual([
      "httponly",
      "path=/",
      "samesite=lax",
      "secure",
    ]);
    expect(lines[0]?.length).toBeLessThan(4096);
  });

  test("of a guest lasts ninety days from the first piece", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    const { createdAt } = await shopper.row();
    expect(lastsUntil(await shopper.cookie())).toBeCloseTo(seconds(createdAt) + 90 * DAY, -1);
  });

  test("of a member goes when the browser is closed", async ({ shopper }) => {
    await shopper.logIn();
    expect((await shopper.cookie())?.expires).toBe(-1);
    expect(await shopper.row()).toMatchObject({ userId: shopper.account.id, remembered: false });
  });

  test("of a guest who logs in stops being one that stays", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    const guest = await shopper.cookie();
    await shopper.logIn();
    const member = await shopper.cookie();
    expect(member?.value).not.toBe(guest?.value);
    expect(member?.expires).toBe(-1);
    expect((await shopper.row()).userId).toBe(shopper.account.id);
  });

  test("of a member who wants to be kept logged in lasts thirty days from the login", async ({ shopper }) => {
    await shopper.logIn({ remembered: true });
    const { loggedInAt, remembered } = await shopper.row();
    expect(remembered).toBe(true);
    expect(lastsUntil(await shopper.cookie())).toBeCloseTo(seconds(loggedInAt) + 30 * DAY, -1);
  });

  test("of staff goes when the browser is closed, whatever they tick", async ({ device, staff }) => {
    const shopper = await device({ account: staff });
    await shopper.logIn({ remembered: true });
    expect((await shopper.cookie())?.expires).toBe(-1);
    expect((await shopper.row()).userId).toBe(staff.id);
  });

  test("is written once: later visits move the row and leave the cookie alone", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    await shopper.logIn({ remembered: true });
    await shopper.age({ days: 3 });
    const cookie = await shopper.cookie();
    const before = await shopper.row();
    const written: Promise<string | null>[] = [];
    shopper.context.on("response", (response) => written.push(response.headerValue("set-cookie")));
    for (const path of ["/cart", "/account", "/products/tall-mug", "/api/session"]) {
      await shopper.open(path);
    }
    expect((await Promise.all(written)).filter(Boolean)).toEqual([]);
    expect(await shopper.cookie()).toEqual(cookie);
    const after = await shopper.row();
    expect(after.lastSeenAt.getTime() - before.lastSeenAt.getTime()).toBeGreaterThanOrEqual(3 * DAY * 1000);
    expect(after.loggedInAt).toEqual(before.loggedInAt);
  });
});

test.describe("A session cookie from before its name changed", () => {
  test("opens the session, and is replaced with the next act", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    const token = await shopper.token();
    const { id } = await shopper.row();
    await shopper.context.clearCookies();
    await shopper.carryToken(token, { name: formerCookieName });
    await shopper.open("/cart");
    await expect(shopper.cartLine("Morning Mug")).toBeVisible();

    await shopper.addToCart("Tall Mug");
    expect(await shopper.context.cookies()).toEqual([expect.objectContaining({ name: cookieName, value: token })]);
    expect(await shopper.row()).toMatchObject({ id, endedAt: null });
  });

  test("is taken back by a login and by a logout", async ({ account }) => {
    const former = (token: string) => ({ origin: shopOrigin, cookie: `${formerCookieName}=${token}` });
    const fields = { email: account.email, password: account.password };
    const guest = "g".repeat(43);
    const entered = await postForm("/login", { form: "password", fields, headers: former(guest) });
    const lines = entered.headers.getSetCookie();
    expect(lines.filter((line) => line.startsWith(`${cookieName}=`))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith(`${formerCookieName}=;`))).toHaveLength(1);
    const left = await request("/logout", { method: "POST", headers: former(guest) });
    const cleared = left.headers.getSetCookie().map((line) => line.split(";")[0]);
    expect(cleared.sort()).toEqual([`${cookieName}=`, `${formerCookieName}=`]);
  });

  test("that a script plants beside the present one changes nothing, and the present one it cannot plant", async ({
    shopper,
    device,
  }) => {
    const attacker = await device();
    await attacker.addToCart("Espresso Cup");
    const planted = await attacker.token();
    await shopper.open("/cart");
    const plant = (name: string) =>
      shopper.page.evaluate((cookie) => {
        // biome-ignore lint/suspicious/noDocumentCookie: this is what a script that was let in would do
        document.cookie = cookie;
      }, `${name}=${planted}; Secure; Path=/`);
    await plant(cookieName);
    expect(await shopper.context.cookies()).toEqual([]);

    await shopper.logIn();
    const token = await shopper.token();
    await plant(formerCookieName);
    expect(await shopper.context.cookies()).toHaveLength(2);
    await shopper.open("/account");
    await expect(shopper.page.getByRole("heading", { name: "Hello, Robin Test" })).toBeVisible();
    const both = { cookie: `${formerCookieName}=${planted}; ${cookieName}=no-token` };
    expect(await (await request("/api/session", { headers: both })).json()).toEqual({ status: "none" });
    await shopper.addToCart("Tall Mug");
    expect(await shopper.context.cookies()).toEqual([expect.objectContaining({ name: cookieName, value: token })]);
    expect(await attacker.cartRows()).toEqual([{ sku: "ESP-IRO", quantity: 1 }]);
  });
});

const lastsUntil = (cookie: Cookie | undefined) => cookie?.expires ?? -1;
const seconds = (time: Date | null) => (time?.getTime() ?? 0) / 1000;
