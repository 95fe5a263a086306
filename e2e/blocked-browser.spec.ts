import { expect, test } from "./support/fixtures";
import { refuseCookies } from "./support/refuse-cookies";
import type { Shopper } from "./support/shopper";

// Browsers that block cookies and storage refuse more than that, each in its own way. The shop goes on without.

const FEATURES = [
  ["window", "BroadcastChannel"],
  ["Navigator.prototype", "locks"],
  ["window", "sessionStorage"],
  ["window", "localStorage"],
  ["window", "indexedDB"],
  ["window", "matchMedia"],
  ["HTMLDialogElement.prototype", "showModal"],
  ["HTMLElement.prototype", "showPopover"],
] as const;

const each = (define: string) =>
  FEATURES.map(([on, name]) => `Object.defineProperty(${on}, "${name}", { configurable: true, ${define} });`).join(
    "\n",
  );

/** What a browser does instead of the features that the shop would use. */
const browsers = {
  "has none of them": each("value: undefined"),
  "throws when they are looked at": each('get() { throw new DOMException("Blocked", "SecurityError"); }'),
  "refuses when they are used": `
    const refuse = () => { throw new DOMException("Blocked", "SecurityError"); };
    window.BroadcastChannel = class { constructor() { refuse(); } };
    LockManager.prototype.request = async () => refuse();
    Storage.prototype.getItem = Storage.prototype.setItem = Storage.prototype.removeItem = refuse;
    HTMLDialogElement.prototype.showModal = refuse;
    const fetchAny = window.fetch;
    window.fetch = (input, init) => (init?.keepalive ? refuse() : fetchAny(input, init));`,
  "refuses to tell other tabs": `
    BroadcastChannel.prototype.postMessage = () => { throw new DOMException("Blocked", "InvalidStateError"); };`,
};

const product = "/products/tall-mug";

/** Adds without leaving the page, as only a page whose script runs does. */
async function add({ page }: Shopper) {
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Added to cart" })).toBeVisible();
  await expect(page).toHaveURL(product);
}

for (const [does, script] of Object.entries(browsers)) {
  test(`a browser that ${does} shops, logs in and logs out`, async ({ shopper }) => {
    const { page } = shopper;
    const errors: Error[] = [];
    page.on("pageerror", (error) => errors.push(error));
    await shopper.context.addInitScript(script);
    await shopper.open("/");
    await expect(page.getByRole("link", { name: "Log in" })).toBeVisible();
    await shopper.open(product);
    await expect(page.getByRole("heading", { name: "Tall Mug", level: 1 })).toBeVisible();
    await add(shopper);
    await expect(shopper.cartLink(1)).toBeVisible();
    await shopper.cartLink(1).click();
    await expect(shopper.cartLine("Tall Mug")).toBeVisible();
    await shopper.logIn();
    await expect(page.getByRole("heading", { name: "Hello, Robin Test" })).toBeVisible();
    expect(await shopper.cartRows()).toEqual([expect.objectContaining({ quantity: 1 })]);
    await shopper.logOut();
    expect(await shopper.cookie()).toBeUndefined();
    expect(errors).toEqual([]);
  });
}

test("a browser that blocks cookies is told that the shop needs its one cookie", async ({ shopper }) => {
  await shopper.context.addInitScript(browsers["throws when they are looked at"]);
  await refuseCookies(shopper);
  const needed = "The cart and your account need it";
  await shopper.open(product);
  await shopper.page.getByRole("button", { name: "Add to cart" }).click();
  await expect(shopper.page.getByText(needed)).toBeVisible();
  await shopper.open("/login");
  await shopper.fillLogIn();
  await shopper.page.getByRole("button", { name: "Log in" }).click();
  await expect(shopper.page.getByText(needed)).toBeVisible();
  expect(await shopper.cookie()).toBeUndefined();
});

test("where the header's script fails, its links and the rest of the page stay", async ({ shopper }) => {
  const { page } = shopper;
  // Read by the header alone, in an effect.
  await page.addInitScript(`
    const add = document.addEventListener;
    document.addEventListener = function (type, ...rest) {
      if (type === "visibilitychange") throw new Error("Out of order");
      return add.call(this, type, ...rest);
    };`);
  await shopper.open(product);
  await add(shopper);
  await page.getByRole("link", { name: "Cart", exact: true }).first().click();
  await expect(shopper.cartLine("Tall Mug")).toBeVisible();
});

test("an error at the root leaves words and a way on, not a white page", async ({ shopper }) => {
  const { page } = shopper;
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text())) refused.push(message.text());
  });
  // Read by the search box alone, which stands in the layout.
  await page.addInitScript(`
    const get = URLSearchParams.prototype.get;
    URLSearchParams.prototype.get = function (name) {
      if (name === "q") throw new Error("Out of order");
      return get.call(this, name);
    };`);
  await shopper.open("/search?q=mug");
  await expect(page.getByRole("heading", { name: "Something slipped off the wheel" })).toBeVisible();
  await page.getByRole("link", { name: "Back to the shop" }).click();
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("link", { name: "Log in" })).toBeVisible();

  await page.addInitScript(`history.replaceState = () => { throw new Error("Out of order"); };`);
  for (const path of [product, "/login"]) {
    await shopper.open(path);
    await expect(page.getByRole("button", { name: "Reload" })).toBeVisible();
  }
  expect(refused).toEqual([]);
});
