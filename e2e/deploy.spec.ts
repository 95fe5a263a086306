import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { hiddenFields } from "../scripts/hidden-fields.mjs";
import { expect, test } from "./support/fixtures";
import { request, shopOrigin } from "./support/plain-form";
import type { Shopper } from "./support/shopper";

// A tab that was open while the shop was built anew: what it calls and what it loads may be gone.

/** Of the right shape, and no build's. */
const goneAction = `60${"0a".repeat(20)}`;

/** Sends actions of this page to the server under a name that it does not know, as often as told. */
async function ageActions(page: Page, { times = Number.POSITIVE_INFINITY } = {}) {
  let left = times;
  await page.route("**/*", async (route) => {
    const headers = await route.request().allHeaders();
    if (!headers["next-action"] || left-- <= 0) return route.fallback();
    await route.continue({ headers: { ...headers, "next-action": goneAction } });
  });
}

function countDocuments(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest()) count++;
  });
  return () => count;
}

const isHere = ({ page }: Shopper) =>
  expect(page.getByRole("status").filter({ hasText: "What you typed is here again" })).toBeVisible();

test("a login page that was open over a deploy is loaded anew with what was typed, and then logs in", async ({
  shopper,
}) => {
  const { page } = shopper;
  await shopper.open("/login?next=/account");
  await ageActions(page, { times: 1 });
  await shopper.fillLogIn({ remembered: true });
  await page.getByRole("button", { name: "Log in" }).click();
  await isHere(shopper);
  await expect(page.getByLabel("Email")).toHaveValue(shopper.account.email);
  await expect(page.getByRole("checkbox", { name: "Keep me logged in" })).toBeChecked();
  await expect(page.getByLabel("Password")).toHaveValue("");
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.getByLabel("Password").fill(shopper.account.password);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL("/account");
  expect(await shopper.row()).toMatchObject({ remembered: true });
});

test("a checkout that was open over a deploy keeps the address", async ({ shopper }) => {
  const { page } = shopper;
  await shopper.addToCart("Tall Mug");
  await shopper.open("/checkout");
  await ageActions(page, { times: 1 });
  await page.getByLabel("City").fill("Berlin");
  await page.getByLabel("Card number").fill("4242 4242 4242 4242");
  await page.getByRole("button", { name: "Place order" }).click();
  await isHere(shopper);
  await expect(page.getByLabel("City")).toHaveValue("Berlin");
  await expect(page.getByLabel("Card number")).toHaveValue("");
  await page.getByRole("button", { name: "Place order" }).click();
  await expect(page.getByText("Some fields need another look")).toBeVisible();
});

test("a page that nothing makes newer is loaded anew once, and then says what to do", async ({ shopper }) => {
  const { page } = shopper;
  await shopper.open("/register");
  const documents = countDocuments(page);
  await ageActions(page);
  await page.getByLabel("Name").fill("Robin");
  await page.getByRole("button", { name: "Create account" }).click();
  await isHere(shopper);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Please reload the page" })).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Robin");
  expect(documents()).toBe(1);
});

test("a browser that keeps nothing is not loaded anew: what was typed stays in sight", async ({ shopper }) => {
  const { page } = shopper;
  await page.addInitScript(
    `Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("Blocked", "SecurityError"); } })`,
  );
  await shopper.open("/register");
  const documents = countDocuments(page);
  await ageActions(page);
  await page.getByLabel("Name").fill("Robin");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Please reload the page" })).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Robin");
  expect(documents()).toBe(0);
});

test("a script that is gone leads to the page all the same", async ({ shopper }) => {
  const { page } = shopper;
  await shopper.open("/");
  await expect(page.getByRole("link", { name: "Log in" })).toBeVisible();
  let isOld = true;
  let missed = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest()) isOld = false;
  });
  await page.route("**/_next/static/**/*.js*", async (route) => {
    if (!isOld) return route.fallback();
    missed++;
    await route.fulfill({ status: 404, body: "" });
  });
  await page.getByRole("link", { name: "Log in" }).click();
  await expect(page.getByLabel("Password")).toBeVisible();
  expect(missed).toBeGreaterThan(0);
  await shopper.logIn();
  expect(await shopper.row()).toMatchObject({ endedAt: null });
});

test("scripts that stay gone do not send the page round in a circle", async ({ shopper }) => {
  const { page } = shopper;
  await shopper.open("/");
  await expect(page.getByRole("link", { name: "Log in" })).toBeVisible();
  const documents = countDocuments(page);
  const known = new Set(await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name)));
  await page.route("**/_next/static/**/*.js*", (route) =>
    known.has(route.request().url()) ? route.fallback() : route.fulfill({ status: 404, body: "" }),
  );
  await page.getByRole("link", { name: "Log in" }).click();
  await expect(page.getByRole("heading", { name: /Log in|Something slipped/ })).toBeVisible();
  await expect.poll(documents).toBeGreaterThan(0);
  expect(documents()).toBeLessThan(3);
});

test("a plain form of an older page is shown again as it is now, and nothing is done", async () => {
  for (const [path, form] of [
    ["/login?next=%2Fcart", "password"],
    ["/register", "password"],
    ["/products/tall-mug", "Add to cart"],
  ] as const) {
    const page = await request(path);
    const body = new FormData();
    for (const [name, value] of Object.entries(hiddenFields(await page.text(), form)))
      body.set(
        name.replace(/^\$ACTION_ID_.*/, `$ACTION_ID_${goneAction}`),
        value.replace(/"id":"[^"]*"/, `"id":"${goneAction}"`),
      );
    body.set("email", "robin@example.com");
    const answer = await request(path, { method: "POST", body, headers: { origin: shopOrigin } });
    expect(answer.status, path).toBe(303);
    expect(new URL(answer.headers.get("location") ?? "", shopOrigin).href).toBe(`${shopOrigin}${path}`);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
});

test("an answer that the server could not give is not told as a lost connection", async ({ shopper }) => {
  const { page } = shopper;
  await shopper.open("/login");
  await page.route("**/login*", (route) =>
    route.request().method() === "POST" ? route.fulfill({ status: 502, body: "Bad gateway" }) : route.fallback(),
  );
  await shopper.fillLogIn();
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "the fault is ours" })).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue(shopper.account.email);
});

test("an action keeps its name from build to build: it is made of the key, the file and the function", () => {
  const { node, encryptionKey }: Manifest = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  );
  const actions = Object.entries(node);
  expect(actions.length).toBeGreaterThan(20);
  for (const [id, { filename, exportedName }] of actions) {
    const made = createHash("sha1").update(`${encryptionKey}${filename}:${exportedName}`).digest("hex");
    expect(id.slice(2), `${filename} ${exportedName}`).toBe(made);
  }
});

type Manifest = { encryptionKey: string; node: Record<string, { filename: string; exportedName: string }> };
