import { expect, test } from "@playwright/test";
import { shapeRequest, strictTransportSecurity } from "./incoming";

test("a shop on https asks browsers to stay on https", () => {
  expect(strictTransportSecurity("https://shop.example")).toBe("max-age=31536000; includeSubDomains");
});

test("http and localhost are left alone", () => {
  for (const url of ["http://shop.example", "http://localhost:3000", "https://localhost:3000", "https://127.0.0.1"]) {
    expect(strictTransportSecurity(url), url).toBeNull();
  }
});

const shop = new URL("https://shop.example");

function prepared(headers: Record<string, string>, { method = "GET", url = "/" } = {}) {
  const given: Record<string, string> = { host: "10.0.0.7:3000", ...headers };
  const request = { headers: given, method, url, socket: { remoteAddress: "10.0.0.1" } };
  shapeRequest(request, shop);
  return request;
}

test("no header is longer than what reads it can bear, but for cookies and the router's state", () => {
  const long = "a".repeat(20_000);
  const { headers } = prepared({ "user-agent": long, accept: long, cookie: long, "next-router-state-tree": long });
  expect(headers).toMatchObject({ "user-agent": "a".repeat(500), accept: "a".repeat(2_000) });
  expect(headers).toMatchObject({ cookie: long, "next-router-state-tree": long });
});

test("of a long X-Forwarded-For the end is kept, which trusted proxies wrote", () => {
  const { headers } = prepared({ "x-forwarded-for": `${"1.1.1.1, ".repeat(5_000)}203.0.113.9` });
  expect(headers).toMatchObject({ "x-forwarded-for": expect.stringMatching(/203\.0\.113\.9, 10\.0\.0\.1$/) });
  expect(String(headers["x-forwarded-for"]).length).toBeLessThan(2_100);
});

test("the shop is called by SHOP_URL, whatever proxies made of its name", () => {
  const named = { host: "shop.example", "x-forwarded-host": "shop.example", "x-forwarded-proto": "https" };
  expect(prepared({}).headers).toMatchObject(named);
  expect(prepared({ "x-forwarded-host": "a.example, b.example" }).headers).toMatchObject(named);
  expect(prepared({ "x-forwarded-proto": "http", "x-forwarded-port": "80" }).headers).toMatchObject(named);
  expect(prepared({ "x-forwarded-port": "80" }).headers).not.toHaveProperty("x-forwarded-port");
});

test("a form that the browser vouches for names the address that its page has", () => {
  const vouched = { origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" };
  expect(prepared(vouched).headers).toMatchObject({ host: "127.0.0.1:3000", "x-forwarded-host": "127.0.0.1:3000" });
  for (const site of ["cross-site", "same-site", "none"]) {
    expect(prepared({ ...vouched, "sec-fetch-site": site }).headers, site).toMatchObject({ host: "shop.example" });
  }
  expect(prepared({ origin: "null", "sec-fetch-site": "same-origin" }).headers).toMatchObject({ host: "shop.example" });
});

for (const [url, readable] of [
  ["/products/morning-mug?q=%", "/products/morning-mug?q=%"],
  ["/products/caf%C3%A9", "/products/caf%C3%A9"],
  ["/products/%", "/products/%25"],
  ["/orders/%E0%A4%A?key=%", "/orders/%25E0%25A4%25A?key=%"],
  ["/%FF/%41", "/%25FF/%2541"],
]) {
  test(`the address ${url} is read as ${readable}`, () => {
    expect(prepared({}, { url }).url).toBe(readable);
  });
}

test("what cannot be represented is an unknown method", () => {
  expect(prepared({}, { method: "TRACE" }).method).toBe("UNKNOWN");
  expect(prepared({}, { method: "POST" }).method).toBe("POST");
});

test("logging out is the handler's, and its page stays a page", () => {
  expect(prepared({}, { method: "POST", url: "/logout" }).url).toBe("/api/logout");
  expect(prepared({}, { method: "GET", url: "/logout" }).url).toBe("/logout");
});
