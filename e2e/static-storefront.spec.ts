import type { BrowserContext, Page } from "@playwright/test";
import { hiddenFields } from "../scripts/hidden-fields.mjs";
import { expect, test } from "./support/fixtures";
import { dynamicPages, staticPages, unknownPage } from "./support/pages";
import { peek, request, shopOrigin } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

// ASVS 3.4, 16.5.3: the same bytes for everybody, scripts by hash only, and no need of a database.

function directives(policy: string | null): Map<string, string[]> {
  const parts = (policy ?? "").split(";").map((part) => part.trim().split(/\s+/));
  return new Map(parts.map(([name = "", ...sources]) => [name, sources]));
}

test.describe("Every prebuilt page", () => {
  test("lets run only the scripts that the build knew, and nobody frame it", async () => {
    expect(staticPages.length).toBeGreaterThan(50);
    for (const path of staticPages) {
      const response = await request(path);
      expect(response.status, path).toBe(200);
      const policy = directives(response.headers.get("content-security-policy"));
      const scripts = policy.get("script-src") ?? [];
      expect(scripts.length, path).toBeGreaterThan(1);
      expect(
        scripts.filter((source) => source !== "'self'" && !/^'sha256-[\w+/]{43}='$/.test(source)),
        path,
      ).toEqual([]);
      expect(policy.get("frame-ancestors"), path).toEqual(["'none'"]);
      expect(policy.get("base-uri"), path).toEqual(["'none'"]);
      expect(policy.get("object-src"), path).toEqual(["'none'"]);
      expect(response.headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(response.headers.get("referrer-policy"), path).toBe("same-origin");
    }
  });

  test("is the same for a member as for anybody, and sets no cookie", async ({ shopper }) => {
    await shopper.logIn();
    const token = await shopper.token();
    for (const path of staticPages) {
      const [anybody, member] = [await request(path), await request(path, { token })];
      expect(await member.text(), path).toBe(await anybody.text());
      expect([...anybody.headers.getSetCookie(), ...member.headers.getSetCookie()], path).toEqual([]);
      expect(member.headers.get("cache-control"), path).not.toContain("private");
    }
    expect((await shopper.row()).endedAt).toBeNull();
  });

  test("loads without a complaint in the console", async ({ shopper }) => {
    test.setTimeout(120_000);
    const complaints = await listen(shopper.context);
    for (const path of staticPages) {
      const peeked = shopper.page.waitForResponse("**/api/session");
      await shopper.open(path);
      await peeked;
    }
    expect(complaints).toEqual([]);
  });
});

test("A whole visit by clicks draws no complaint from the browser", async ({ shopper }) => {
  const complaints = await listen(shopper.context);
  const { page } = shopper;
  const click = (name: string | RegExp) => page.getByRole("link", { name }).first().click();
  await shopper.open("/");
  await click("Mugs");
  await expect(page.getByRole("heading", { name: "Mugs" })).toBeVisible();
  await click(/Tall Mug/);
  await expect(page.getByRole("heading", { level: 1, name: "Tall Mug" })).toBeVisible();
  await page.getByRole("radio", { name: "Blush" }).check({ force: true });
  await page.getByRole("button", { name: "Add to cart" }).click();
  await click(/^Cart, 1 item/);
  await expect(shopper.cartLine("Tall Mug")).toBeVisible();
  await click("How sessions work");
  await expect(page.getByRole("heading", { name: "How sessions work" })).toBeVisible();
  await click("Privacy");
  await click(/^Log in/);
  await shopper.logIn();
  await click("Privacy");
  await expect(page).toHaveURL(/\/privacy$/);
  await shopper.logOut();
  expect(complaints).toEqual([]);
});

test.describe("A script that somebody smuggled into a page", () => {
  for (const path of ["/", "/products/morning-mug", "/cart", "/login"]) {
    test(`does not run on ${path}`, async ({ shopper }) => {
      await shopper.context.addInitScript(() => {
        const blocked: string[] = [];
        Object.assign(window, { blocked });
        document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
      });
      await shopper.page.route(`**${path}`, async (route) => {
        const response = await route.fetch();
        const loot = `<script>window.stolen = 1</script><img alt="" src="data:," onerror="window.stolen = 2">
          <script src="https://evil.example/x.js"></script>`;
        await route.fulfill({ response, body: (await response.text()).replace("</main>", `${loot}</main>`) });
      });
      await shopper.open(path);
      const read = (name: string) =>
        shopper.page.evaluate((name) => (window as unknown as Record<string, unknown>)[name], name);
      await expect.poll(() => read("blocked")).toEqual(expect.arrayContaining(["script-src-elem", "script-src-attr"]));
      expect(await read("stolen")).toBeUndefined();
      const written = shopper.page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<b>text</b>"));
      await expect(written).rejects.toThrow(/Not a text/);
    });
  }
});

test("A page made for one visitor has a nonce of its own and is kept by nobody", async ({ shopper }) => {
  await shopper.logIn();
  const token = await shopper.token();
  for (const path of [...dynamicPages, "/account", unknownPage]) {
    const nonces = new Set<string>();
    for (let turn = 0; turn < 2; turn++) {
      const response = await request(path, { token });
      const policy = directives(response.headers.get("content-security-policy"));
      const scripts = policy.get("script-src") ?? [];
      const [, nonce = ""] = scripts.join(" ").match(/'nonce-([\w+/=]{22,})'/) ?? [];
      expect(scripts, path).toEqual(["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"]);
      const tags = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
      expect(
        tags.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
        path,
      ).toEqual([]);
      expect(policy.get("frame-ancestors"), path).toEqual(["'none'"]);
      expect(response.headers.get("cache-control"), path).toContain("no-store");
      nonces.add(nonce);
    }
    expect(nonces.size, path).toBe(2);
  }
});

test("Where files lie and there is none, nothing runs that was smuggled in, and nobody posts anything", async ({
  shopper,
}) => {
  const folders = ["/photos/none", "/_next/static/none"];
  for (const path of folders) {
    const response = await request(path);
    expect(response.status, path).toBe(404);
    const policy = directives(response.headers.get("content-security-policy"));
    expect(policy.get("default-src"), path).toEqual(["'self'"]);
    expect(policy.get("frame-ancestors"), path).toEqual(["'none'"]);
    expect(response.headers.getSetCookie(), path).toEqual([]);
  }

  // The proxy, which turns foreign forms away, leaves these folders out; Next leads what is posted there to where it is
  // heard. Posted is what a script sends to add a piece.
  await shopper.addToCart("Tall Mug");
  const token = await shopper.token();
  const form = hiddenFields(await (await request("/products/tall-mug")).text(), "Add to cart");
  const [, action = ""] =
    Object.values(form)
      .join(" ")
      .match(/"id":"(\w+)"/) ?? [];
  const post = (path: string, sender: { token?: string; headers: Record<string, string> }) => {
    const body = new FormData();
    body.set("_1_sku", "TAL-MOS");
    body.set("_1_quantity", "1");
    body.set("0", '[{"status":"idle"},"$K1"]');
    return request(path, { method: "POST", body, ...sender, headers: { "next-action": action, ...sender.headers } });
  };
  await post("/photos/none", { token, headers: { origin: shopOrigin } });
  const added = [{ sku: "TAL-MOS", quantity: 2 }];
  expect(await shopper.cartRows(), "the shop's own script is heard").toEqual(added);

  const row = await shopper.row();
  for (const path of folders) {
    for (const origin of ["https://evil.example", "null", undefined]) {
      for (const cookie of [token, undefined]) {
        const answer = await post(path, { token: cookie, headers: origin ? { origin } : {} });
        expect(answer.headers.getSetCookie(), `${path} from ${origin}`).toEqual([]);
      }
      expect(await shopper.cartRows(), `${path} from ${origin}`).toEqual(added);
    }
  }
  expect(await shopper.row()).toEqual(row);
});

test.describe("When the database is away", () => {
  const env = { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing" };

  test("the storefront stays open, and nobody's cookie changes", async ({ server, shopper, device }) => {
    test.setTimeout(60_000);
    await shopper.logIn();
    const token = await shopper.token();
    const { origin } = await server({ env });
    for (const path of staticPages) expect((await request(path, { origin, token })).status, path).toBe(200);
    const asked = await request("/api/session", { origin, token });
    expect(asked.status).toBe(503);
    expect(Number(asked.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(asked.headers.getSetCookie()).toEqual([]);

    const visitor: Shopper = await device({ baseURL: origin });
    await visitor.carryToken(token);
    await visitor.open("/products/tall-mug");
    await visitor.page.getByRole("button", { name: "Add to cart" }).click();
    await expect(visitor.page.getByRole("status")).toContainText("The shop cannot be reached just now");
    expect(await visitor.token()).toBe(token);
    expect(await peek(token)).toMatchObject({ status: "member", name: shopper.account.name });
    expect(await shopper.row()).toMatchObject({ endedAt: null });
  });

  test("nobody gets in or out, and no private page pretends to be empty", async ({ server, shopper }) => {
    await shopper.logIn();
    const token = await shopper.token();
    const { origin } = await server({ env });
    const cart = await request("/cart", { origin, token });
    const answers = [
      cart,
      await request("/account", { origin, token }),
      await request("/logout", { origin, token, method: "POST", headers: { origin } }),
      await request("/login", { origin }),
    ];
    for (const answer of answers) {
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(answer.headers.get("location")).toBeNull();
    }
    expect(await cart.text()).not.toContain("Your cart is empty");
    expect(await shopper.row()).toMatchObject({ endedAt: null });
  });
});

/** Collects what the browser complains about: blocked scripts, errors, warnings of React. */
async function listen(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = [];
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      console.error(`Blocked by ${effectiveDirective}: ${blockedURI} ${sample}`),
    );
  });
  const where = (page: Page | null) => page?.url() ?? "";
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${where(message.page())}: ${message.text()}`);
  });
  context.on("weberror", (error) => complaints.push(`${where(error.page())}: ${error.error().message}`));
  return complaints;
}
