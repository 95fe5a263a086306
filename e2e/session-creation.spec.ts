import type { BrowserContext } from "@playwright/test";
import { sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { dynamicPages, staticPages, unknownPage } from "./support/pages";
import { handedToken, postForm, request } from "./support/plain-form";
import type { Server } from "./support/server";

// ASVS 7.6.2, 7.2.2 and 7.2.3. A server that may only read proves that no row is written, whatever other tests do meanwhile.

const publicPages = [...staticPages, ...dynamicPages, unknownPage];

test.describe("Looking around", () => {
  test("leaves no cookie and no row, on any page", async ({ device, server }) => {
    test.setTimeout(120_000);
    const { origin } = await readOnly(server);
    const shopper = await device({ baseURL: origin });
    const handedOut = watchCookies(shopper.context);
    for (const path of publicPages) {
      const peeked = shopper.page.waitForResponse("**/api/session");
      const response = await shopper.page.goto(path);
      expect(response?.status(), path).toBe(path === unknownPage ? 404 : 200);
      expect((await peeked).status(), path).toBe(200);
    }
    expect(await handedOut()).toEqual([]);
    expect(await shopper.context.cookies()).toEqual([]);
  });

  test("leaves none either when pointing at every link", async ({ device, server }) => {
    test.setTimeout(120_000);
    const { origin } = await readOnly(server);
    const shopper = await device({ baseURL: origin });
    const handedOut = watchCookies(shopper.context);
    const fetchedAhead: string[] = [];
    shopper.context.on("request", (request) => {
      if (request.headers()["next-router-prefetch"]) fetchedAhead.push(new URL(request.url()).pathname);
    });
    for (const path of ["/", "/shop/mugs", "/products/morning-mug", "/cart", "/login"]) {
      await shopper.open(path);
      for (const link of await shopper.page.locator('a[href^="/"]:visible').all()) await link.hover();
    }
    await expect.poll(() => fetchedAhead).toContain("/products/morning-mug");
    expect(fetchedAhead.filter((path) => dynamicPages.includes(path) || path === "/account")).toEqual([]);
    expect(await handedOut()).toEqual([]);
    expect(await shopper.context.cookies()).toEqual([]);
  });

  test("leaves none when the browser reports activity of nobody", async () => {
    const response = await request("/api/session", { method: "POST", headers: { "sec-fetch-site": "same-origin" } });
    expect(await response.json()).toEqual({ status: "none" });
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test("is all that a server can offer whose database takes no writes", async ({ server }) => {
    const { origin } = await readOnly(server);
    const response = await postForm("/products/tall-mug", { form: "Add to cart", fields: sevenTallMugs, origin });
    expect(response.status).toBeGreaterThanOrEqual(200);
    expect(response.headers.get("location")).toBeNull();
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});

test.describe("Every login", () => {
  test("gets a token of its own: 256 random bits, and nothing the rows know", async ({ account }) => {
    const tokens = new Set<string>();
    for (let turn = 0; turn < 10; turn++) {
      const fields = { email: account.email, password: account.password };
      const token = handedToken(await postForm("/login", { form: "password", fields }));
      expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
      tokens.add(token ?? "");
    }
    expect(tokens.size).toBe(10);
    const rows = await sql<{ row: string }>(`SELECT s::text AS row FROM "Session" s WHERE "userId" = $1`, [account.id]);
    expect(rows).toHaveLength(10);
    for (const token of tokens) {
      expect(Buffer.from(token, "base64url")).toHaveLength(32);
      expect(rows.filter(({ row }) => row.includes(token) || token.includes(row))).toEqual([]);
    }
  });
});

const sevenTallMugs = { sku: "TAL-MOS", quantity: "7" };

function readOnly(server: (options: { env: Record<string, string> }) => Promise<Server>): Promise<Server> {
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.searchParams.set("options", "-c default_transaction_read_only=on");
  return server({ env: { DATABASE_URL: url.href } });
}

/** Collects every Set-Cookie of a browser. */
function watchCookies(context: BrowserContext): () => Promise<string[]> {
  const headers: Promise<string[]>[] = [];
  context.on("response", (response) => {
    headers.push(response.headerValues("set-cookie").catch(() => []));
  });
  return async () => (await Promise.all(headers)).flat();
}
