import { ageColumn } from "./support/database";
import { expect, test } from "./support/fixtures";
import type { Shopper } from "./support/shopper";

/** Lets minutes pass for the row and for the page's clock alike. */
async function letPass(shopper: Shopper, minutes: number) {
  await shopper.age({ minutes });
  await shopper.page.clock.fastForward(minutes * 60_000);
}

/** A member on the page at `path`, whose clock the test moves. */
async function openAsMember(shopper: Shopper, path = "/account") {
  await shopper.logIn();
  await shopper.page.clock.install();
  await shopper.open(path);
  await expect(shopper.page.getByRole("link", { name: "Account", exact: true })).toBeVisible();
}

const warning = (shopper: Shopper) => shopper.page.getByRole("alertdialog", { name: "Are you still there?" });

test("two minutes before the idle end a member is asked, and one key is enough to stay", async ({ shopper }) => {
  await openAsMember(shopper);
  await letPass(shopper, 27);
  await expect(warning(shopper)).toBeHidden();
  await letPass(shopper, 1.1);
  await expect(warning(shopper)).toBeVisible();
  await expect(warning(shopper)).toContainText("About 2 minutes left");
  await expect(warning(shopper).getByRole("button", { name: "Stay logged in" })).toBeFocused();

  const { lastSeenAt } = await shopper.row();
  await shopper.page.keyboard.press("Enter");
  await expect(warning(shopper)).toBeHidden();
  expect((await shopper.row()).lastSeenAt.getTime()).toBeGreaterThan(lastSeenAt.getTime());
});

test("staying works eleven times in a row, with Esc as well as with Enter", async ({ shopper }) => {
  await openAsMember(shopper);
  for (let turn = 0; turn < 11; turn++) {
    await letPass(shopper, 28.5);
    await expect(warning(shopper)).toBeVisible();
    await shopper.page.keyboard.press(turn % 2 ? "Escape" : "Enter");
    await expect(warning(shopper)).toBeHidden();
  }
  expect(await shopper.row()).toMatchObject({ endedAt: null });
});

test("focus goes into the warning and back to where it was", async ({ shopper }) => {
  await openAsMember(shopper, "/cart");
  await shopper.page.getByRole("link", { name: "See the pieces" }).focus();
  await letPass(shopper, 28.5);
  await expect(warning(shopper).getByRole("button", { name: "Stay logged in" })).toBeFocused();
  await shopper.page.keyboard.press("Escape");
  await expect(shopper.page.getByRole("link", { name: "See the pieces" })).toBeFocused();
  expect(await shopper.row()).toMatchObject({ endedAt: null });
});

test("seconds are shown in the last minute only, and a screen reader hears three sentences", async ({ shopper }) => {
  await openAsMember(shopper);
  await letPass(shopper, 28.5);
  const heard = warning(shopper).getByRole("status");
  await expect(heard).toBeEmpty();
  await shopper.page.clock.fastForward(40_000);
  await expect(warning(shopper)).toContainText(/\d+ seconds left/);
  await expect(heard).toHaveText("One minute left");
  await shopper.page.clock.fastForward(25_000);
  await expect(heard).toHaveText("30 seconds left");
  await shopper.page.clock.fastForward(15_000);
  await expect(heard).toHaveText("10 seconds left");
  expect(await shopper.row()).toMatchObject({ endedAt: null });
});

test("who does not answer is taken to the login page, told why, and comes back to the same page", async ({
  shopper,
}) => {
  await openAsMember(shopper, "/cart?from=mail");
  await letPass(shopper, 28.5);
  await expect(warning(shopper)).toBeVisible();
  await letPass(shopper, 1.6);
  await expect(shopper.page).toHaveURL(/\/login\?next=%2Fcart%3Ffrom%3Dmail$/);
  await expect(shopper.page.getByRole("status").first()).toContainText("after 30 minutes without activity");
  expect(await shopper.row()).toMatchObject({ endReason: "IDLE_TIMEOUT", explainedAt: expect.any(Date) });
  await shopper.logIn();
  await expect(shopper.page).toHaveURL(/\/cart\?from=mail$/);
});

test("logging out is one press away in the warning", async ({ shopper }) => {
  await openAsMember(shopper);
  await letPass(shopper, 28.5);
  await warning(shopper).getByRole("button", { name: "Log out" }).click();
  await expect(shopper.page).toHaveURL("/");
  expect(await shopper.cookie()).toBeUndefined();
  expect(await shopper.lastRow()).toMatchObject({ endReason: "LOGGED_OUT" });
});

test("before the absolute end the warning says that staying cannot extend it", async ({ shopper }) => {
  await openAsMember(shopper);
  await ageColumn((await shopper.row()).id, "loggedInAt", { hours: 23, minutes: 51 });
  await shopper.page.reload();
  const soon = shopper.page.getByRole("alertdialog", { name: "Your login ends soon" });
  await expect(soon).toContainText("staying here cannot extend it");
  await soon.getByRole("button", { name: "Go on for now" }).click();
  await expect(soon).toBeHidden();

  await ageColumn((await shopper.row()).id, "loggedInAt", { minutes: 10 });
  await shopper.page.clock.fastForward(9 * 60_000);
  await expect(shopper.page).toHaveURL(/\/login\?next=%2Faccount$/);
  await expect(shopper.page.getByRole("status").first()).toContainText("a login lasts at most 24 hours");
  expect(await shopper.row()).toMatchObject({ endReason: "ABSOLUTE_TIMEOUT" });
});

test("a laptop that wakes after the end tells the truth at once", async ({ shopper }) => {
  await openAsMember(shopper);
  await shopper.age({ hours: 3 });
  await shopper.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(shopper.page).toHaveURL(/\/login\?next=%2Faccount$/);
  await expect(shopper.page.getByRole("status").first()).toContainText("after 30 minutes without activity");
  expect(await shopper.row()).toMatchObject({ endReason: "IDLE_TIMEOUT" });
});

test("a page whose clock is wrong by hours warns no one and logs nobody out", async ({ shopper }) => {
  await openAsMember(shopper);
  await shopper.page.clock.setSystemTime(Date.now() + 5 * 3_600_000);
  await shopper.page.reload();
  await expect(shopper.page.getByRole("heading", { name: "Hello, Robin Test" })).toBeVisible();
  await expect(warning(shopper)).toBeHidden();
  expect(await shopper.row()).toMatchObject({ endedAt: null });
});

test("a clock that is set back under the warning does not keep the page open", async ({ shopper }) => {
  await openAsMember(shopper);
  await letPass(shopper, 28.5);
  await expect(warning(shopper)).toBeVisible();
  await shopper.page.clock.setSystemTime(Date.now() - 2 * 3_600_000);
  await letPass(shopper, 1.6);
  await expect(shopper.page).toHaveURL(/\/login\?next=%2Faccount$/);
  await expect(shopper.page.getByRole("status").first()).toContainText("after 30 minutes without activity");
  expect(await shopper.row()).toMatchObject({ endReason: "IDLE_TIMEOUT" });
});

test("a clock that is set forward under the warning ends nothing", async ({ shopper }) => {
  await openAsMember(shopper);
  await letPass(shopper, 28.5);
  const asked = shopper.page.waitForResponse("**/api/session");
  await shopper.page.clock.setSystemTime(Date.now() + 5 * 3_600_000);
  await shopper.page.clock.fastForward(11_000);
  await asked;
  await expect(warning(shopper)).toContainText("minute");
  await shopper.page.keyboard.press("Enter");
  await expect(warning(shopper)).toBeHidden();
  expect(await shopper.row()).toMatchObject({ endedAt: null });
});

test("a computer that slept while the page was in front asks the server as soon as it wakes", async ({ shopper }) => {
  await openAsMember(shopper);
  await shopper.age({ hours: 3 });
  // Asleep the page's time line and its timers stand still on some systems: only the clock has moved on.
  await shopper.page.clock.setSystemTime(Date.now() + 3 * 3_600_000);
  await shopper.page.clock.fastForward(11_000);
  await expect(shopper.page).toHaveURL(/\/login\?next=%2Faccount$/);
  await expect(shopper.page.getByRole("status").first()).toContainText("after 30 minutes without activity");
  expect(await shopper.row()).toMatchObject({ endReason: "IDLE_TIMEOUT" });
});

test("a window that gets the focus again asks the server", async ({ shopper }) => {
  await openAsMember(shopper);
  await shopper.age({ hours: 3 });
  await shopper.page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(shopper.page).toHaveURL(/\/login\?next=%2Faccount$/);
  expect(await shopper.row()).toMatchObject({ endReason: "IDLE_TIMEOUT" });
});

test("a clock that is set back keeps no activity from being reported", async ({ shopper }) => {
  await openAsMember(shopper, "/products/dip-bowl");
  const report = async () => {
    const answered = shopper.page.waitForResponse((response) => response.request().method() === "POST");
    await shopper.page.getByRole("heading", { level: 1 }).click();
    await answered;
  };
  await report();
  await shopper.page.clock.setSystemTime(Date.now() - 2 * 3_600_000);
  await letPass(shopper, 20);
  await report();
  expect(Date.now() - (await shopper.row()).lastSeenAt.getTime()).toBeLessThan(60_000);
});

test("a browser without modal dialogs warns all the same", async ({ shopper }) => {
  await shopper.page.addInitScript("HTMLDialogElement.prototype.showModal = undefined");
  await openAsMember(shopper);
  await letPass(shopper, 28.5);
  await expect(warning(shopper).getByRole("button", { name: "Stay logged in" })).toBeFocused();
  await shopper.page.keyboard.press("Enter");
  await expect(warning(shopper)).toBeHidden();
  expect(await shopper.row()).toMatchObject({ endedAt: null });
});

test("typing and clicking count as activity, at most once a minute; a peek in between does not", async ({
  shopper,
}) => {
  await openAsMember(shopper, "/products/dip-bowl");
  const reports: string[] = [];
  shopper.page.on("request", (request) => {
    if (request.url().endsWith("/api/session") && request.method() === "POST") reports.push(request.url());
  });
  await shopper.age({ minutes: 20 });
  const answered = shopper.page.waitForResponse((response) => response.request().method() === "POST");
  await shopper.page.getByRole("heading", { level: 1 }).click();
  await answered;
  for (let press = 0; press < 5; press++) await shopper.page.keyboard.press("ArrowDown");
  await shopper.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  expect(reports).toHaveLength(1);
  const [row] = [await shopper.row()];
  expect(Date.now() - row.lastSeenAt.getTime()).toBeLessThan(60_000);
});

test("what was typed on a private page is there again after the login that follows a timeout", async ({ shopper }) => {
  await shopper.addToCart("Dip Bowl");
  await openAsMember(shopper, "/cart");
  const note = shopper.cartLine("Dip Bowl").getByRole("spinbutton", { name: "Quantity" });
  await note.evaluate((input: HTMLInputElement) => {
    input.value = "4";
  });
  await shopper.age({ minutes: 31 });
  await shopper.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(shopper.page).toHaveURL(/\/login\?next=%2Fcart$/);
  const ended = await shopper.row();
  expect(JSON.stringify(ended)).toContain('"draft:');
  await shopper.logIn();
  await expect(shopper.page).toHaveURL(/\/cart$/);
  await expect.poll(() => shopper.cartRows()).toEqual([{ sku: "DIP-HON", quantity: 4 }]);
});
