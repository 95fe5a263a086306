import { expect, test } from "./support/fixtures";
import { refuseCookies } from "./support/refuse-cookies";

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
