import type { Page } from "@playwright/test";
import { findWholeBrowser } from "../scripts/browser.mjs";
import { test as base, expect, type Piece, postOrder, putInCart } from "./support/buying";
import { postForm, request } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

// Back and forward, with the browser's own memory of pages: Playwright switches it off, this file does not. Chromium's
// headless shell remembers every page but those that are `no-store`; the whole browser remembers these, too.

const test = base.extend<{ reader: Shopper }>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const executablePath = (await findWholeBrowser()) ?? launchOptions.executablePath;
      await use({ ...launchOptions, executablePath, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
    },
    { scope: "worker" },
  ],
  /** A member whose browser writes down what it shows of a page that it took from memory, frame by frame. */
  reader: async ({ shopper }, use) => {
    await shopper.logIn();
    await shopper.context.addInitScript(writeDownWhatIsShown);
    await use(shopper);
  },
});

/** Runs in the page; the next one of the same tab can read it. */
function writeDownWhatIsShown() {
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    const look = () => {
      // biome-ignore lint/performance/useDomNodeTextContent: hidden text is none, which is what is asked here
      const shown = document.querySelector("main")?.innerText.trim() ?? "";
      sessionStorage.setItem("shown", (sessionStorage.getItem("shown") ?? "") + shown);
      requestAnimationFrame(look);
    };
    look();
  });
}

/** What pages from the browser's memory have shown in this tab; null when all were asked for anew. */
const shownFromMemory = (page: Page) => page.evaluate(() => sessionStorage.getItem("shown"));

const back = (page: Page) => page.goBack({ waitUntil: "commit" }).catch(() => null);

const main = (page: Page) => page.locator("main");

/** Another site, as far as cookies and the browser are concerned. */
const elsewhere = () => `${(process.env.BASE_URL ?? "").replace("localhost", "127.0.0.1")}/privacy`;

/** Logs in on another device and logs out everywhere else. */
async function endFromAnotherDevice({ account }: Shopper) {
  const answer = await postForm("/login", { form: "password", fields: account });
  const [, token] =
    answer.headers
      .getSetCookie()
      .join("\n")
      .match(/session=([^;]{43})/) ?? [];
  const ended = await postForm("/account/sessions", { form: "Log out everywhere else", token });
  expect(ended.status).toBeLessThan(400);
}

/** Goes to a page by the shop's own links, so that the document is that of the public page where the way began. */
async function follow({ page }: Shopper, ...links: (string | RegExp)[]) {
  await page.goto("/privacy");
  // Known by a script, so that links are followed by one.
  await expect(page.getByRole("link", { name: "Account", exact: true })).toBeVisible();
  for (const name of links) await page.getByRole("link", { name, exact: true }).first().click();
}

type Way = { page: string; path: RegExp; go: (reader: Shopper, piece: () => Promise<Piece>) => Promise<void> };

const ways: Way[] = [
  { page: "the account", path: /\/account$/, go: (reader) => follow(reader, "Account") },
  { page: "the glass box", path: /\/session$/, go: (reader) => follow(reader, "Your session") },
  {
    page: "the checkout",
    path: /\/checkout$/,
    go: async (reader, piece) => {
      await putInCart(reader, await piece());
      await follow(reader, /^Cart/, "Check out");
    },
  },
  {
    page: "an order",
    path: /\/orders\/CJ-/,
    go: async (reader, piece) => {
      await putInCart(reader, await piece());
      await postOrder(await reader.token());
      await follow(reader, "Account", "Orders", /^CJ-/);
    },
  },
];

for (const { page: name, path, go } of ways) {
  test(`Back to ${name} shows nothing after a logout on another device, and says why`, async ({ reader, piece }) => {
    const { page } = reader;
    await go(reader, piece);
    await expect(page).toHaveURL(path);
    await expect(main(page)).toBeVisible();
    await page.goto(elsewhere());
    await endFromAnotherDevice(reader);
    await back(page);
    await expect(page).toHaveURL(/\/login\?next=|\/session/);
    await expect(page.getByText("You were logged out")).toBeVisible();
    await expect(page.getByText(reader.account.email)).toBeHidden();
    expect((await shownFromMemory(page)) ?? "").toBe("");
  });
}

test("Back shows nothing after logging out in this browser", async ({ reader }) => {
  const { page } = reader;
  await follow(reader, "Account");
  await expect(page.getByText(reader.account.email)).toBeVisible();
  await page.goto("/logout");
  await page.getByRole("button", { name: "Log out of this browser" }).click();
  await expect(page).toHaveURL("/");
  await back(page);
  await back(page);
  await expect(page).toHaveURL(/\/login\?next=%2Faccount$/);
  expect((await shownFromMemory(page)) ?? "").not.toContain(reader.account.email);
});

test("Back to a session that still is one shows the page again, with what was typed", async ({ reader }) => {
  const { page } = reader;
  for (const softly of [true, false]) {
    if (softly) await follow(reader, "Account", "Addresses");
    else await page.goto("/account/addresses");
    await page.getByLabel("Full name").fill("Robin of Before");
    await page.goto(elsewhere());
    await back(page);
    await expect(page).toHaveURL(/\/account\/addresses$/);
    await expect(page.getByLabel("Full name"), softly ? "from memory" : "asked for").toHaveValue("Robin of Before");
    await expect(page.getByLabel("Full name")).toBeVisible();
  }
});

test("while nobody can tell whose page it is, Back shows none of it", async ({ reader }) => {
  const { page } = reader;
  await follow(reader, "Account");
  await expect(page.getByText(reader.account.email)).toBeVisible();
  await page.goto(elsewhere());
  await reader.context.setOffline(true);
  await back(page);
  await expect(page.getByText(reader.account.email)).toBeHidden();
  await reader.context.setOffline(false);
  await page.goto("/account");
  await expect(page.getByText(reader.account.email)).toBeVisible();
});

test("without JavaScript Back asks for the page anew, whatever it was and wherever one was meanwhile", async ({
  reader,
  device,
  piece,
}) => {
  await putInCart(reader, await piece());
  const location = (await postOrder(await reader.token())).headers.get("location") ?? "";
  await putInCart(reader, await piece());
  const plain = await device({ javaScriptEnabled: false });
  await plain.open("/privacy");
  await plain.carryToken(await reader.token());
  for (const path of ["/account", "/account/sessions", "/cart", "/checkout", "/session", location]) {
    for (const between of ["/privacy", elsewhere()]) {
      await plain.open(path);
      await plain.page.goto(between);
      const asked = plain.page.waitForRequest((request) => request.isNavigationRequest());
      await back(plain.page);
      expect(new URL((await asked).url()).pathname, `after ${between}`).toBe(path.split("?")[0]);
    }
  }
  await plain.open("/account");
  await expect(plain.page.getByText(reader.account.email)).toBeVisible();
  await plain.page.goto(elsewhere());
  await endFromAnotherDevice(reader);
  await back(plain.page);
  await expect(plain.page.getByText("You were logged out")).toBeVisible();
  await expect(plain.page.getByText(reader.account.email)).toBeHidden();
  expect(await plain.context.cookies()).toHaveLength(1);
});

test("pages with something private ask for a cookie that comes and goes, and others do not", async ({ reader }) => {
  const token = await reader.token();
  const asks = async (path: string) => (await (await request(path, { token })).text()).includes("/api/not-kept");
  for (const path of ["/account", "/account/security", "/cart", "/session", "/account/sessions"]) {
    expect(await asks(path), path).toBe(true);
  }
  for (const path of ["/", "/search", "/privacy"]) expect(await asks(path), path).toBe(false);
  const { status, headers } = await request("/api/not-kept");
  expect(status).toBe(204);
  expect(headers.get("cache-control")).toBe("private, no-store");
  const [comes, goes] = headers.getSetCookie();
  expect(comes).toMatch(/^__Host-Http-passing=1; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
  expect(goes).toMatch(/^__Host-Http-passing=; .*; Max-Age=0$/);
});

test("the router's memory of a private page is covered until the server knows the session", async ({ reader }) => {
  const { page } = reader;
  const email = page.getByText(reader.account.email);
  await follow(reader, "Account");
  await expect(email).toBeVisible();
  await page.getByRole("link", { name: "The Cookie Jar" }).first().click();
  await expect(page).toHaveURL("/");
  const held = await reader.holdRequests("**/api/session");
  await back(page);
  await expect(page).toHaveURL("/account");
  await expect(email).toBeHidden();
  held();
  await expect(email).toBeVisible();

  await page.getByRole("link", { name: "The Cookie Jar" }).first().click();
  await expect(page).toHaveURL("/");
  await endFromAnotherDevice(reader);
  await page.unrouteAll();
  const again = await reader.holdRequests("**/api/session");
  await back(page);
  await expect(page).toHaveURL("/account");
  await expect(main(page)).toBeHidden();
  again();
  await expect(page).toHaveURL(/\/login\?next=%2Faccount$/);
  await expect(page.getByText("You were logged out")).toBeVisible();
  await expect(email).toBeHidden();
});

test("Back to a public page waits for nobody", async ({ reader }) => {
  const { page } = reader;
  await follow(reader, "Account");
  await expect(page.getByText(reader.account.email)).toBeVisible();
  await reader.holdRequests("**/api/session");
  await back(page);
  await expect(page).toHaveURL("/privacy");
  await expect(main(page)).toBeVisible();
});
