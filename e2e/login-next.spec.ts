import { expect, test } from "./support/fixtures";
import { postForm, shopOrigin } from "./support/plain-form";

// ASVS 3.7.2: where `next=` may lead.

const hostile = [
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https://evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  "%2f%2fevil.example",
  "/%2f/evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/..//evil.example",
  "/./\\evil.example",
  "@evil.example",
  ".evil.example",
];

test.describe("After logging in", () => {
  test("a shopper is back where they wanted to go", async ({ shopper }) => {
    await shopper.logIn({ next: "/products/tall-mug?from=login#related" });
    expect(shopper.page.url()).toBe(`${shopOrigin}/products/tall-mug?from=login#related`);
    await expect(shopper.page.getByRole("link", { name: "Account" })).toBeVisible();
    expect((await shopper.row()).userId).toBe(shopper.account.id);
  });

  test("a link of somebody else's never leads to another site", async ({ shopper }) => {
    test.setTimeout(90_000);
    const elsewhere: string[] = [];
    shopper.context.on("request", (request) => {
      if (!request.url().startsWith(`${shopOrigin}/`)) elsewhere.push(request.url());
    });
    for (const next of hostile) {
      await shopper.context.clearCookies();
      await shopper.open("/");
      await shopper.logIn({ next });
      await shopper.page.waitForLoadState();
      expect(new URL(shopper.page.url()).origin, next).toBe(shopOrigin);
    }
    expect(elsewhere).toEqual([]);
    expect((await shopper.row()).userId).toBe(shopper.account.id);
  });

  test("a tampered form never leads to another site either, without JavaScript", async ({ account }) => {
    for (const next of hostile) {
      const fields = { email: account.email, password: account.password, next };
      const response = await postForm("/login", { form: "password", fields });
      expect(response.status, next).toBe(303);
      const location = response.headers.get("location") ?? "";
      expect(new URL(location, shopOrigin).origin, `${next} leads to ${location}`).toBe(shopOrigin);
    }
  });
});
