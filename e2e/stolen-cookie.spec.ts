import { eventsOf } from "./database";
import { expect, test } from "./fixtures";

const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";

test("a cookie that is used from another device is shown to its owner, and sensitive acts ask again", async ({
  shopper,
  device,
}) => {
  await shopper.logIn();
  const { id } = await shopper.row();
  const thief = await device({ userAgent: iphone });
  await thief.carryToken(await shopper.token());
  await thief.open("/account");
  await thief.page.reload();

  const noticed = await eventsOf(shopper.account.id, "used elsewhere");
  expect(noticed).toEqual([{ sessionId: id, detail: { device: "Mobile Safari on iOS" } }]);
  await shopper.open("/account/sessions");
  await expect(shopper.page.getByText("was used from Mobile Safari on iOS")).toBeVisible();
  await shopper.open("/account/export");
  await expect(shopper.page).toHaveURL(/\/confirm/);
  expect(await shopper.row()).toMatchObject({ endedAt: null, authenticatedAt: null });
});

test("a browser that updates itself stays the same device", async ({ shopper }) => {
  await shopper.logIn();
  await shopper.open("/account");
  expect(await eventsOf(shopper.account.id, "used elsewhere")).toEqual([]);
  expect((await shopper.row()).endedAt).toBeNull();
});
