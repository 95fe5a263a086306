import { request as send } from "node:http";
import { expect, test } from "./support/fixtures";
import { otherOrigin, postForm, request, shopOrigin } from "./support/plain-form";
import { readServerLogs } from "./support/server-logs";
import { cookieName } from "./support/shopper";

// Requests that no browser of a shopper makes, and that must neither cost much nor meet a bare error.

const sameOrigin = { "sec-fetch-site": "same-origin" };

/** One request of a client that sends just these headers and this path, however odd. */
async function sendRaw(path: string, { method = "GET", headers = {} }: { method?: string; headers?: object } = {}) {
  const { hostname, port } = new URL(shopOrigin);
  return new Promise<{ status?: number; text: string }>((resolve, reject) => {
    const options = { hostname, port, path, method, headers: { ...headers } };
    const sent = send({ ...options, maxHeaderSize: 1 << 20 }, async (answer) => {
      let text = "";
      for await (const chunk of answer.setEncoding("utf8")) text += chunk;
      resolve({ status: answer.statusCode, text });
    });
    sent.on("error", reject).end();
  });
}

test.describe("An address that cannot be decoded", () => {
  const folders = ["/", "/shop/", "/products/", "/products/morning-mug/", "/orders/", "/login/link/", "/verify-email/"];
  const others = [
    "/reset-password/",
    "/restore-email/",
    "/mailbox/",
    "/admin/sessions/",
    "/account/",
    "/api/auth/",
    "/photos/",
    "/_next/",
  ];
  for (const odd of ["%", "%FF", "%E0%A4%A", "%00", "%2", "a%zzb"]) {
    test(`such as one that ends in ${odd} meets the shop's own page, wherever it is`, async () => {
      for (const folder of [...folders, ...others]) {
        const { status, text } = await sendRaw(folder + odd);
        // A page that asks for a login first leads there; a link that is void says so.
        expect([200, 307, 404], folder + odd).toContain(status);
        expect(text, folder + odd).not.toContain("Internal Server Error");
      }
    });
  }

  test("is nowhere", async () => {
    for (const path of ["/products/%", "/shop/%FF", "/orders/%", "/%"]) {
      expect((await sendRaw(path)).status, path).toBe(404);
    }
  });
});

test.describe("A method", () => {
  for (const method of ["TRACE", "PROPFIND", "PUT", "PATCH", "OPTIONS", "DELETE"]) {
    test(`${method} does nothing on any page, and says what does`, async () => {
      for (const path of ["/", "/login", "/cart", "/products/morning-mug", "/account/export", "/nowhere"]) {
        const { status, text } = await sendRaw(path, { method, headers: { ...sameOrigin, origin: shopOrigin } });
        expect({ path, status }).toEqual({ path, status: 405 });
        expect(text).toContain("nothing here that could be done in this way");
      }
    });
  }

  test("that a handler does not know is refused by it", async () => {
    for (const method of ["TRACE", "PUT", "PATCH", "OPTIONS"]) {
      expect((await sendRaw("/api/session", { method, headers: sameOrigin })).status, method).toBe(405);
    }
    expect((await sendRaw("/api/session", { method: "DELETE", headers: sameOrigin })).status).toBe(405);
  });
});

test.describe("A form whose parts cannot be told apart", () => {
  for (const path of ["/login", "/", "/products/morning-mug", "/checkout", "/nowhere"]) {
    test(`is answered with a page of the shop's at ${path}`, async () => {
      for (const type of ["multipart/form-data; boundary=x", "multipart/form-data", "Multipart/Form-Data; boundary="]) {
        const headers = { ...sameOrigin, "content-type": type };
        const answer = await request(path, { method: "POST", headers, body: "rubbish" });
        expect(answer.status, type).toBe(400);
        const page = await answer.text();
        expect(page).toContain("That form arrived broken");
        expect(page).toContain("Back to the shop");
      }
    });
  }

  test("starts and changes nothing, and one that can be read still does", async () => {
    const headers = { ...sameOrigin, "content-type": "multipart/form-data; boundary=x" };
    const answer = await request("/products/morning-mug", { method: "POST", headers, body: "--x\r\nrubbish" });
    expect(answer.headers.getSetCookie()).toEqual([]);
    const read = await postForm("/login", {
      form: "Log in",
      fields: { email: "nobody@example.com", password: "wrong" },
    });
    expect(await read.text()).toContain("do not match");
  });
});

test.describe("A header", () => {
  test("of fourteen thousand characters costs no more than a short one", async () => {
    const time = async (headers: Record<string, string>) => {
      const began = performance.now();
      for (let i = 0; i < 10; i++) expect((await sendRaw("/api/health/live", { headers })).status).toBe(200);
      return performance.now() - began;
    };
    await time({});
    const [short, long] = [await time({}), await time({ "user-agent": "a".repeat(14_000) })];
    // Without the cut each of these takes some 400 ms.
    expect(long).toBeLessThan(short + 1_000);
  });

  test("with forty thousand characters of other sites' cookies is no reason to turn a shopper away", async ({
    shopper,
  }) => {
    await shopper.logIn();
    const cookie = `${"a".repeat(40_000)}=1; ${cookieName}=${await shopper.token()}`;
    expect((await sendRaw("/api/session", { headers: { cookie } })).text).toContain('"status":"member"');
  });

  test("beyond what can be read is answered with a sentence", async () => {
    const { status, text } = await sendRaw("/", { headers: { cookie: `a=${"a".repeat(100_000)}` } });
    expect(status).toBe(431);
    expect(text).toContain("delete the cookies of this site");
  });
});

test.describe("Behind a proxy", () => {
  const claims: Record<string, Record<string, string>> = {
    "that rewrites the host": { host: "10.0.0.7:8080" },
    "that sends a list of hosts": { "x-forwarded-host": "shop.example, inner.example" },
    "that sends an inner host": { "x-forwarded-host": "inner:8080", "x-forwarded-proto": "https" },
    "that sends rubbish": { "x-forwarded-host": "ex ample/%", "x-forwarded-proto": "gopher" },
  };
  for (const [which, headers] of Object.entries(claims)) {
    test(`${which}, plain forms work`, async () => {
      const fields = { email: "nobody@example.com", password: "wrong" };
      const answer = await postForm("/login", {
        ...{ form: "Log in", fields },
        headers: { origin: shopOrigin, ...headers },
      });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain("do not match");
    });
  }

  test("an address that is not SHOP_URL's is told in the log, by the name of the setting", async () => {
    const page = shopOrigin.replace("localhost", "127.0.0.1");
    const answer = await postForm("/login", {
      ...{ form: "Log in", fields: { email: "nobody@example.com", password: "wrong" } },
      headers: { origin: page, ...sameOrigin },
    });
    expect(await answer.text()).toContain("do not match");
    expect(readServerLogs().join()).toContain("set SHOP_URL");
  });

  test("a foreign origin is still refused", async () => {
    const headers = { origin: otherOrigin.replace("localhost", "evil.example"), "x-forwarded-host": "evil.example" };
    const answer = await postForm("/login", { form: "Log in", headers });
    expect(answer.status).toBe(403);
  });
});
