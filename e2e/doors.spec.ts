import { randomBytes, randomUUID } from "node:crypto";
import { forgetGuest } from "./support/database";
import { expect, test } from "./support/fixtures";
import { routes } from "./support/pages";
import { handedToken, peek, postForm, request, shopOrigin } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

// ASVS 7.2.1: every page, action and handler asks for itself. 3.5: no writes from elsewhere. 14.2.1: no token in a body.

const unknownTokens: Record<string, string | undefined> = {
  "no cookie": undefined,
  "an empty cookie": "",
  "a well-formed token of nobody's": randomBytes(32).toString("base64url"),
  "a token that is too short": "a".repeat(42),
  "a token that is too long": "a".repeat(44),
  "a token with a foreign character": `${"a".repeat(42)}=`,
  "a piece of SQL": `' OR "userId" IS NOT NULL --`,
  "a row's id": "019ab0de-7c1e-7aaa-8bbb-0123456789ab",
  "four thousand characters": "a".repeat(4000),
};

const oneTallMug = { sku: "TAL-MOS", quantity: "1" };

test.describe("Whoever comes with", () => {
  for (const [what, token] of Object.entries(unknownTokens)) {
    test(`${what} is nobody, and starts afresh with the first piece`, async () => {
      await expectClosed(token);
      expect(await (await request("/api/session", { token })).json()).toEqual({ status: "none" });
      expect(await (await request("/cart", { token })).text()).toContain("Your cart is empty");

      const added = await postForm("/products/tall-mug", { form: "Add to cart", fields: oneTallMug, token });
      const handed = handedToken(added) ?? "";
      expect(handed).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(handed).not.toBe(token);
      expect(await peek(handed)).toMatchObject({ status: "guest", cartCount: 1 });
      await forgetGuest(handed);
    });
  }

  test("any of these changes nothing of anybody's", async ({ shopper }) => {
    await shopper.enter();
    await shopper.addToCart("Morning Mug", { quantity: 2 });
    const row = await shopper.row();
    for (const token of Object.values(unknownTokens)) await tryToChangeCartOf(shopper, token);
    expect(await shopper.cartRows()).toEqual([{ sku: "MOR-TER", quantity: 2 }]);
    expect(await shopper.row()).toEqual(row);
  });

  test("another member's token changes nothing of the first's", async ({ shopper, device, staff }) => {
    await shopper.enter();
    await shopper.addToCart("Morning Mug", { quantity: 2 });
    const other = await device({ account: staff });
    await other.enter();
    await tryToChangeCartOf(shopper, await other.token());
    expect(await shopper.cartRows()).toEqual([{ sku: "MOR-TER", quantity: 2 }]);
    expect(await other.cartRows()).toEqual([]);
  });

  test("the token of a session that is over opens, changes and revives nothing", async ({ shopper, device }) => {
    await shopper.logIn();
    const over = await shopper.token();
    await shopper.logOut();
    const here = await device();
    await here.enter();
    await here.addToCart("Morning Mug", { quantity: 2 });

    await tryToChangeCartOf(here, over);
    await expectClosed(over);
    expect(await peek(over)).toEqual({ status: "none" });
    expect(await here.cartRows()).toEqual([{ sku: "MOR-TER", quantity: 2 }]);
    expect(await shopper.lastRow()).toMatchObject({ endReason: "LOGGED_OUT" });
  });
});

test.describe("A form posted from elsewhere", () => {
  const foreign: Record<string, Record<string, string>> = {
    "another site": { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
    "an old browser on another site": { origin: "https://evil.example" },
    "a place that says nothing": {},
  };
  for (const [where, headers] of Object.entries(foreign)) {
    test(`${where} adds nothing, logs nobody in and registers nobody`, async ({ shopper, account }) => {
      await shopper.addToCart("Morning Mug");
      const token = await shopper.token();
      const { email, password } = account;
      const newcomer = { name: "Nico", email: `newcomer-${email}`, password };
      const answers = [
        await postForm("/products/tall-mug", { form: "Add to cart", fields: oneTallMug, headers, token }),
        await postForm("/login", { form: "password", fields: { email, password }, headers, token }),
        await postForm("/register", { form: "password", fields: newcomer, headers, token }),
        await request("/api/cart", { method: "POST", body: String(new URLSearchParams(oneTallMug)), headers, token }),
        await request("/api/session", { method: "POST", headers, token }),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(403);
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
      expect(await shopper.row()).toMatchObject({ userId: null, endedAt: null });
      expect(await shopper.cartRows()).toEqual([{ sku: "MOR-TER", quantity: 1 }]);
    });
  }

  test("is refused whatever the method", async () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const response = await request("/api/session", { method, headers: { "sec-fetch-site": "cross-site" } });
      expect(response.status, method).toBe(403);
    }
    const own = await request("/api/session", { method: "DELETE", headers: { origin: shopOrigin } });
    expect(own.status).toBe(405);
  });
});

test.describe("Every page and handler of the build", () => {
  /** What stands for many addresses, as somebody would guess it. */
  const guess = (route: string) => route.replace("[slug]", "tall-mug").replace(/\[[^\]]+\]/g, randomUUID());

  test("is closed to a token of nobody's, unless it is there for everybody", async () => {
    const open = new Set<string>();
    for (const route of routes) {
      const path = guess(route);
      const token = randomBytes(32).toString("base64url");
      const [answer, withoutToken] = [await request(path, { token }), await request(path)];
      expect(answer.status, path).toBe(withoutToken.status);
      expect(answer.headers.get("location"), path).toBe(withoutToken.headers.get("location"));
      expect(answer.headers.getSetCookie(), path).toEqual(withoutToken.headers.getSetCookie());
      expect(answer.status, path).toBeLessThan(500);
      if (answer.status === 200) open.add(route);
    }
    const session = ["/api/session", "/cart", "/session"];
    const entering = ["/forgot-password", "/login", "/register", "/logout"];
    const machines = ["/api/health/live", "/api/health/ready", "/icon.svg", "/robots.txt", "/sitemap.xml"];
    const shop = ["/", "/how-sessions-work", "/privacy", "/products/[slug]", "/search", "/api/search/suggest"];
    const links = ["/login/link/[token]", "/reset-password/[token]", "/restore-email/[token]"];
    const demo = ["/mailbox", "/unavailable", "/broken-form"];
    const forEverybody = new Set([...session, ...entering, ...machines, ...shop, ...links, ...demo]);
    expect([...open].filter((route) => !forEverybody.has(route))).toEqual([]);
  });

  test("takes nothing that is sent from elsewhere, and only the methods it has", async () => {
    for (const route of routes) {
      const path = guess(route);
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
        const sent = {
          method,
          body: "x=1",
          headers: { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
        };
        expect((await request(path, sent)).status, `${method} ${path} from elsewhere`).toBe(403);
        // A form is posted to its page, and typed text is taken back where it is kept.
        if (method === "POST" || (method === "DELETE" && path === "/api/session/draft")) continue;
        const own = await request(path, { method, headers: { origin: shopOrigin } });
        expect([404, 405], `${method} ${path}`).toContain(own.status);
        expect(own.headers.getSetCookie(), `${method} ${path}`).toEqual([]);
      }
    }
  });
});

test.describe("The door of Auth.js", () => {
  const closed = ["signin", "signin/credentials", "callback/credentials", "callback/link", "csrf", "providers"].concat([
    "signout",
    "session",
    "error",
    "verify-request",
    "session/x",
    "webauthn-options/x",
  ]);
  for (const path of closed) {
    test(`is shut at ${path}`, async ({ account }) => {
      const { email, password } = account;
      const body = `${new URLSearchParams({ email, password, csrfToken: "x" })}`;
      const headers = { origin: shopOrigin, "content-type": "application/x-www-form-urlencoded" };
      const got = await request(`/api/auth/${path}`);
      const posted = await request(`/api/auth/${path}`, { method: "POST", body, headers });
      expect([got.status, posted.status]).toEqual([404, 404]);
      expect([...got.headers.getSetCookie(), ...posted.headers.getSetCookie()]).toEqual([]);
    });
  }

  test("tells guests and members nothing, and leaves their cookies and sessions alone", async ({ shopper }) => {
    const look = async () => {
      const cookie = await shopper.cookie();
      const response = await shopper.page.goto("/api/auth/session");
      expect(response?.status()).toBe(404);
      expect(await response?.headerValue("set-cookie")).toBeNull();
      expect(await shopper.cookie()).toEqual(cookie);
    };
    await shopper.addToCart("Morning Mug");
    await look();
    expect(await shopper.row()).toMatchObject({ userId: null, endedAt: null });
    await shopper.logIn();
    await look();
    expect(await shopper.row()).toMatchObject({ userId: shopper.account.id, endedAt: null });
  });
});

test("No page and no answer repeats the token that came with the request", async ({ shopper }) => {
  await shopper.enter();
  await shopper.addToCart("Morning Mug");
  const token = await shopper.token();
  for (const path of ["/api/session", "/cart", "/account", "/login", "/register", "/logout", "/"]) {
    for (const headers of [undefined, { rsc: "1" }]) {
      const response = await request(path, { token, headers });
      expect(response.status, path).toBeLessThan(400);
      expect(await response.text(), path).not.toContain(token);
      expect(JSON.stringify([...response.headers]), path).not.toContain(token);
    }
  }
  expect(await shopper.row()).toMatchObject({ endedAt: null });
});

/** No private page: off to log in, and nothing of anybody's in the body. */
async function expectClosed(token: string | undefined) {
  const response = await request("/account", { token });
  expect(response.status).toBe(307);
  expect(response.headers.get("location")).toBe("/login?next=%2Faccount");
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(await response.text()).not.toContain("@example.com");
}

/** Posts the forms of somebody's own cart page, with somebody else's token. */
async function tryToChangeCartOf(owner: Shopper, token: string | undefined) {
  const seenBy = await owner.token();
  const more = await postForm("/cart", { form: "quantity", fields: { quantity: "9" }, token, seenBy });
  const none = await postForm("/cart", { form: "Remove", token, seenBy });
  for (const answer of [more, none]) expect(answer.headers.getSetCookie()).toEqual([]);
}
