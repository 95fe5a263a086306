import { expect, test } from "./support/fixtures";
import { hold } from "./support/hold";
import { otherOrigin, peek, request, shopOrigin } from "./support/plain-form";

test.describe("Logging out", () => {
  test("from the header ends the session at once, on both servers", async ({ shopper }) => {
    await shopper.logIn();
    const token = await shopper.token();
    await shopper.logOut();
    await expect(shopper.page.getByRole("link", { name: "Log in" })).toBeVisible();
    for (const origin of [otherOrigin, shopOrigin]) {
      expect((await peek(token, origin)).status).not.toBe("member");
      expect((await request("/account", { token, origin })).headers.get("location")).toMatch(/^\/login/);
    }
    expect(await shopper.cookie()).toBeUndefined();
    expect(await shopper.lastRow()).toMatchObject({ endReason: "LOGGED_OUT" });
  });

  for (const path of ["/account", "/cart", "/logout"]) {
    test(`works without JavaScript from ${path}`, async ({ device }) => {
      const shopper = await device({ javaScriptEnabled: false });
      await shopper.enter();
      await shopper.open(path);
      await shopper.page.getByRole("button", { name: /^Log out/ }).click();
      await expect(shopper.page).toHaveURL(`${shopOrigin}/`);
      expect(await shopper.cookie()).toBeUndefined();
      expect(await shopper.lastRow()).toMatchObject({ endReason: "LOGGED_OUT" });
      await shopper.open("/account");
      await expect(shopper.page).toHaveURL(/\/login/);
    });
  }

  test("holds though the page is left before the answer", async ({ shopper }) => {
    await shopper.logIn();
    const { id } = await shopper.row();
    const session = await hold(`SELECT FROM "Session" WHERE id = $1 FOR UPDATE`, [id]);
    await shopper.page.getByRole("button", { name: "Log out" }).click();
    await session.waited();
    await shopper.open("/privacy");
    await session.letGo();
    await expect.poll(() => shopper.cookie()).toBeUndefined();
    expect(await shopper.lastRow()).toMatchObject({ endReason: "LOGGED_OUT" });
  });

  test("is said by no page: the browser has forgotten", async ({ shopper }) => {
    await shopper.logIn();
    await shopper.logOut();
    await shopper.open("/cart");
    await expect(shopper.page.getByText("Your cart is empty")).toBeVisible();
    await expect(shopper.page.getByText("You were logged out")).toBeHidden();
    expect(await shopper.cookie()).toBeUndefined();
    expect((await shopper.lastRow()).explainedAt).toBeNull();
  });

  test("shows in every other tab at once", async ({ shopper }) => {
    await shopper.logIn();
    const tab = await shopper.context.newPage();
    await tab.goto("/products/tall-mug");
    await expect(tab.getByRole("link", { name: "Account" })).toBeVisible();
    await shopper.logOut();
    await expect(tab.getByRole("link", { name: "Log in" })).toBeVisible();
    await expect(tab.getByRole("button", { name: "Log out" })).toBeHidden();
    expect(await shopper.cookie()).toBeUndefined();
    expect(await shopper.lastRow()).toMatchObject({ endReason: "LOGGED_OUT" });
  });

  test("leaves nothing to come back to", async ({ shopper }) => {
    await shopper.logIn();
    await expect(shopper.page.getByRole("heading", { name: /^Hello/ })).toBeVisible();
    await shopper.logOut();
    await shopper.page.goBack();
    await expect(shopper.page).toHaveURL(/\/login/);
    await expect(shopper.page.getByText(shopper.account.email)).toBeHidden();
    expect(await shopper.lastRow()).toMatchObject({ endReason: "LOGGED_OUT" });
  });

  test("is no matter of a link: the page of that name only has a button", async ({ shopper }) => {
    await shopper.enter();
    const token = await shopper.token();
    await shopper.open("/logout");
    await expect(shopper.page.getByRole("button", { name: "Log out of this browser" })).toBeVisible();
    expect(await shopper.token()).toBe(token);
    expect(await shopper.row()).toMatchObject({ endedAt: null });
    await shopper.page.getByRole("button", { name: "Log out of this browser" }).click();
    await expect(shopper.page).toHaveURL(`${shopOrigin}/`);
    expect(await shopper.lastRow()).toMatchObject({ endReason: "LOGGED_OUT" });
  });
});

test.describe("A request to log somebody out", () => {
  const origin = shopOrigin;
  const foreign: Record<string, Record<string, string>> = {
    "from another site": { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
    "from a sister domain": { "sec-fetch-site": "same-site", origin },
    "typed into the address bar": { "sec-fetch-site": "none" },
    "of an old browser on another site": { origin: "https://evil.example" },
    "of an old browser that hides where it comes from": { origin: "null" },
    "that names neither site nor origin": {},
    "that claims both": { "sec-fetch-site": "cross-site", origin },
  };
  for (const [who, headers] of Object.entries(foreign)) {
    test(`${who} is refused and changes nothing`, async ({ shopper }) => {
      await shopper.enter();
      const token = await shopper.token();
      for (const path of ["/logout", "/api/logout"]) {
        const response = await request(path, { method: "POST", token, headers });
        expect(response.status).toBe(403);
        expect(response.headers.getSetCookie()).toEqual([]);
      }
      expect(await peek(token)).toMatchObject({ status: "member", name: shopper.account.name });
      expect(await shopper.row()).toMatchObject({ endedAt: null });
    });
  }

  test("by a form on another site does not get through the browser either", async ({ shopper }) => {
    await shopper.logIn();
    await shopper.page.route("http://evil.example/", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<form method="post" action="${origin}/logout"><button>Win a teapot</button></form>`,
      }),
    );
    const cookie = await shopper.cookie();
    await shopper.open("http://evil.example/");
    const answered = shopper.page.waitForResponse(`${origin}/logout`);
    await shopper.page.getByRole("button", { name: "Win a teapot" }).click();
    expect((await answered).status()).toBe(403);
    expect(await shopper.cookie()).toEqual(cookie);
    expect(await shopper.row()).toMatchObject({ endedAt: null });
  });

  test("of the shop's own, from a browser without a session, is answered like any other", async () => {
    const response = await request("/logout", { method: "POST", headers: { origin } });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/");
  });

  test("by GET is no request", async ({ shopper }) => {
    await shopper.enter();
    const response = await request("/api/logout", { token: await shopper.token() });
    expect(response.status).toBe(405);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await shopper.row()).toMatchObject({ endedAt: null });
  });
});
