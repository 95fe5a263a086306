import { expect, test } from "./fixtures";
import type { Shopper } from "./shopper";

/** A browser that drops Secure cookies on plain http, as Safari does on localhost. */
async function refuseCookies(shopper: Shopper) {
  await shopper.context.route("**/*", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    const response = await route.fetch({ maxRedirects: 0 });
    await shopper.context.clearCookies();
    const { "set-cookie": _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
}

const explanation = "Your browser did not keep the shop's one cookie";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : " without JavaScript";

  test(`a browser that drops the cookie is told so when it adds to the cart${how}`, async ({ device }) => {
    const shopper = await device({ javaScriptEnabled });
    await refuseCookies(shopper);
    await shopper.open("/products/tall-mug");
    await shopper.page.getByRole("button", { name: "Add to cart" }).click();
    await expect(shopper.page.getByText(explanation)).toBeVisible();
    expect(await shopper.cookie()).toBeUndefined();
  });

  test(`a browser that drops the cookie is told so when it logs in${how}`, async ({ device }) => {
    const shopper = await device({ javaScriptEnabled });
    await refuseCookies(shopper);
    await shopper.open("/login?next=/account");
    await shopper.fillLogIn();
    await shopper.page.getByRole("button", { name: "Log in" }).click();
    await expect(shopper.page.getByText(explanation)).toBeVisible();
    expect(await shopper.cookie()).toBeUndefined();
  });
}
