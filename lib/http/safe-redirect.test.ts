import { expect, test } from "@playwright/test";
import { safeNextPath } from "./safe-redirect";

test("a path of this shop is kept, with its query and fragment", () => {
  for (const path of ["/", "/cart", "/account?tab=orders#top", "/search?q=a%20b"])
    expect(safeNextPath(path)).toBe(path);
});

test("whatever could lead elsewhere becomes the home page", () => {
  const hostile = [
    "//evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "@evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\u0000/evil.example",
    " //evil.example",
    "/a\\..\\..\\evil",
    "",
    undefined,
    null,
    ["/cart"],
  ];
  for (const value of hostile) expect(safeNextPath(value), String(value)).toBe("/");
});

test("dots cannot climb out of the shop", () => {
  expect(safeNextPath("/..//evil.example")).toBe("/");
});
