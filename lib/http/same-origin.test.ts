import { expect, test } from "@playwright/test";
import { isSameOrigin } from "./same-origin";

const shop = "https://shop.example";
const from = (headers: Record<string, string>) => isSameOrigin(new Headers(headers), shop);

test("the browser's own word on where a request comes from decides", () => {
  expect(from({ "sec-fetch-site": "same-origin" })).toBe(true);
  for (const site of ["same-site", "cross-site", "none", ""])
    expect(from({ "sec-fetch-site": site, origin: shop })).toBe(false);
});

test("without that word the origin must be the shop's", () => {
  expect(from({ origin: shop })).toBe(true);
  for (const origin of ["null", "https://evil.example", "https://shop.example.evil.example", "http://shop.example"]) {
    expect(from({ origin })).toBe(false);
  }
  expect(from({})).toBe(false);
});
