import type { BrowserContext, Cookie, Page, Response } from "@playwright/test";
import { hiddenFields } from "../../scripts/hidden-fields.mjs";
import type { Account } from "./account";
import { type Age, ageColumn, ageSession, findRow, type SessionRow, sql } from "./database";

/** The cookie's name, written once more, so that the shop cannot change it unnoticed. */
export const cookieName = "__Host-Http-session";
/** Its former name, which is read until the last of those sessions is over. */
export const formerCookieName = "__Host-session";

/** The page reports activity by POST as well, so the method alone does not tell. */
const isAddition = (response: Response) =>
  response.request().method() === "POST" && new URL(response.url()).pathname === "/api/cart";

/** A person at one browser: what they do reads as sentences, what they have can be looked at. */
export class Shopper {
  private tokens: string[] = [];

  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly account: Account,
  ) {}

  async open(path: string) {
    await this.page.goto(path);
  }

  /** Puts pieces of a product, by its name, into the cart and waits for the server's word. */
  async addToCart(name: string, { quantity = 1, glaze }: { quantity?: number; glaze?: string } = {}) {
    await this.open(`/products/${name.toLowerCase().replaceAll(" ", "-")}`);
    if (glaze) await this.page.getByRole("radio", { name: glaze }).check({ force: true });
    await this.page.getByRole("spinbutton", { name: "Quantity" }).fill(String(quantity));
    const answered = this.page.waitForResponse(isAddition);
    await this.page.getByRole("button", { name: "Add to cart" }).click();
    await answered;
    await this.page.getByRole("status").filter({ hasText: "Added to cart" }).waitFor();
    await this.noteToken();
  }

  /** Keeps the page's requests to a pattern of addresses from reaching the server. Returns how to let them through. */
  async holdRequests(to: string | RegExp): Promise<() => void> {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await this.page.route(to, async (route) => {
      await released;
      await route.continue();
    });
    return release;
  }

  /** Logs in by the form; stays on the page when that is the login page already. */
  async logIn({ remembered = false, password = this.account.password, next = "" } = {}) {
    if (!this.page.url().includes("/login"))
      await this.open(next ? `/login?next=${encodeURIComponent(next)}` : "/login");
    await this.fillLogIn({ remembered, password });
    await this.page.getByRole("button", { name: "Log in" }).click();
    await this.page.waitForURL((url) => url.pathname !== "/login");
    await this.noteToken();
  }

  /**
   * Logs in where the login is not what is looked at: the browser's jar posts the login page's own form, as a browser
   * without JavaScript does. No page is opened; the one that is open stays.
   */
  async enter({ remembered = false } = {}) {
    const origin = new URL(this.page.url().startsWith("http") ? this.page.url() : (process.env.BASE_URL ?? "")).origin;
    const page = await this.context.request.get(`${origin}/login`);
    const { email, password } = this.account;
    const fields = { ...hiddenFields(await page.text(), "password"), email, password };
    const answer = await this.context.request.post(`${origin}/login`, {
      multipart: remembered ? { ...fields, remembered: "on" } : fields,
      headers: { origin },
      maxRedirects: 0,
    });
    if (answer.status() !== 303) throw new Error(`The login was answered with ${answer.status()}`);
    await this.noteToken();
  }

  async fillLogIn({ remembered = false, password = this.account.password } = {}) {
    await this.page.getByLabel("Email").fill(this.account.email);
    await this.page.getByLabel("Password").fill(password);
    await this.page.getByRole("checkbox", { name: "Keep me logged in" }).setChecked(remembered);
  }

  async logOut() {
    await this.page.getByRole("button", { name: "Log out" }).click();
    await this.page.waitForURL((url) => url.pathname === "/");
  }

  /** Lets the login grow older than what counts as fresh. */
  async stopBeingFresh() {
    await ageColumn((await this.row()).id, "authenticatedAt", { minutes: 11 });
  }

  /** Gives the password on the page that asks who it is. */
  async confirm(password = this.account.password) {
    await this.page.getByRole("heading", { name: "Confirm it's you" }).waitFor();
    await this.page.getByLabel("Password").fill(password);
    await this.page.getByRole("button", { name: "Continue" }).click();
    await this.page.waitForURL((url) => url.pathname !== "/confirm");
    await this.noteToken();
  }

  cartLink(items?: number) {
    const name = items === undefined ? /^Cart/ : items === 0 ? "Cart" : `Cart, ${items} item${items === 1 ? "" : "s"}`;
    return this.page.getByRole("link", { name, exact: true });
  }

  cartLine(name: string) {
    return this.page.getByRole("listitem").filter({ has: this.page.getByRole("link", { name, exact: true }) });
  }

  async cookie(): Promise<Cookie | undefined> {
    return (await this.context.cookies()).find(({ name }) => name.includes("session"));
  }

  /** The secret in the cookie. Throws when there is none. */
  async token(): Promise<string> {
    const cookie = await this.cookie();
    if (!cookie) throw new Error("This browser has no session cookie");
    return cookie.value;
  }

  /** Puts a token into the browser, as somebody would who stole or planted it. */
  async carryToken(token: string, attributes: Partial<Cookie> = {}) {
    const url = new URL(this.page.url().startsWith("http") ? this.page.url() : (process.env.BASE_URL ?? ""));
    await this.context.addCookies([
      {
        name: cookieName,
        value: token,
        domain: url.hostname,
        path: "/",
        secure: true,
        httpOnly: true,
        sameSite: "Lax",
        ...attributes,
      },
    ]);
  }

  /** The row of the session this browser has now. */
  async row(): Promise<SessionRow> {
    const row = await findRow(await this.token());
    if (!row) throw new Error("The cookie's token opens no session");
    return row;
  }

  /** The row of the session this browser had last, over or not. */
  async lastRow(): Promise<SessionRow> {
    const row = await findRow(this.tokens.at(-1) ?? "");
    if (!row) throw new Error("This browser never had a session");
    return row;
  }

  /** Lets time pass for this browser's session. */
  async age(age: Age) {
    await ageSession((await this.row()).id, age);
  }

  /** Pieces in the open cart of the member or guest, as the database counts them. */
  async cartRows(): Promise<{ sku: string; quantity: number }[]> {
    const { id, userId } = await this.row();
    return sql(
      `SELECT v.sku, l.quantity FROM "CartLine" l JOIN "Cart" c ON c.id = l."cartId" JOIN "Variant" v ON v.id = l."variantId"
       WHERE c."closedAt" IS NULL AND (c."userId" = $1 OR c."sessionId" = $2) ORDER BY v.sku`,
      [userId, id],
    );
  }

  private async noteToken() {
    const cookie = await this.cookie();
    if (cookie && this.tokens.at(-1) !== cookie.value) this.tokens.push(cookie.value);
  }
}
