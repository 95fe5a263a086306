import { forgetGuest } from "./support/database";
import { expect, test } from "./support/fixtures";
import { handedToken, request, shopOrigin } from "./support/plain-form";

test.describe("Adding to the cart", () => {
  test("starts a guest's session with the first piece, and only then", async ({ shopper }) => {
    await shopper.open("/products/morning-mug");
    expect(await shopper.cookie()).toBeUndefined();
    await shopper.addToCart("Morning Mug", { quantity: 2 });
    await expect(shopper.cartLink(2)).toBeVisible();
    const cookie = await shopper.cookie();
    expect(cookie?.value).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await shopper.row()).toMatchObject({ userId: null, endedAt: null });
    expect(await shopper.cartRows()).toEqual([{ sku: "MOR-TER", quantity: 2 }]);
  });

  test("takes the glaze that was picked", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug", { glaze: "Oat" });
    expect(await shopper.cartRows()).toEqual([{ sku: "MOR-OAT", quantity: 1 }]);
  });

  test("answers before the server does, and takes it back when the server says no", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    await shopper.open("/products/bud-vase/blush");
    await expect(shopper.cartLink(1)).toBeVisible();
    const release = await shopper.holdRequests("**/api/cart");
    await shopper.page.getByRole("button", { name: "Add to cart" }).click();
    await expect(shopper.cartLink(2)).toBeVisible();
    await expect(shopper.page.getByRole("status")).toContainText("Added to cart");
    release();
    await expect(shopper.page.getByRole("status")).toContainText("This one is sold out");
    await expect(shopper.cartLink(1)).toBeVisible();
    expect(await shopper.cartRows()).toEqual([{ sku: "MOR-TER", quantity: 1 }]);
  });

  test("costs one round trip", async ({ shopper }) => {
    await shopper.addToCart("Dip Bowl");
    await shopper.open("/products/tall-mug");
    await expect(shopper.cartLink(1)).toBeVisible();
    const requests: string[] = [];
    shopper.page.on("request", (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await shopper.page.getByRole("button", { name: "Add to cart" }).click();
    await expect(shopper.cartLink(2)).toBeVisible();
    await expect.poll(() => shopper.cartRows()).toHaveLength(2);
    expect(requests).toEqual(["POST /api/cart"]);
  });

  test("says how many there are when that many are not to be had", async ({ shopper }) => {
    await shopper.open("/products/noodle-bowl/oat");
    await shopper.page.getByRole("spinbutton", { name: "Quantity" }).fill("9");
    await shopper.page.getByRole("button", { name: "Add to cart" }).click();
    await expect(shopper.page.getByRole("status")).toContainText("Only 2 left");
    await expect(shopper.page.getByRole("spinbutton", { name: "Quantity" })).toHaveValue("9");
  });

  test("tells a script by its status what became of it", async ({ shopper }) => {
    await shopper.enter();
    const over = await shopper.token();
    await shopper.age({ minutes: 31 });
    const answers: [Record<string, string>, number, object][] = [
      [{ sku: "DIP-MOS", quantity: "2" }, 200, { status: "added", count: 2 }],
      [{ sku: "DIP-MOS", quantity: "0" }, 400, { status: "invalid", message: "One at least." }],
      [{ quantity: "1" }, 400, { status: "invalid", message: "Please choose a glaze." }],
      [{ sku: "BUD-BLU", quantity: "1" }, 409, { status: "short", message: expect.stringContaining("sold out") }],
      [{ sku: "NO-SUCH", quantity: "1" }, 409, { status: "short", message: expect.stringContaining("sold out") }],
    ];
    for (const [fields, status, said] of answers) {
      const answer = await postAddition(fields);
      expect([answer.status, await answer.json()]).toEqual([status, said]);
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
      const token = handedToken(answer);
      expect(token !== undefined).toBe(status === 200);
      if (token) await forgetGuest(token);
    }
    const ended = await postAddition({ sku: "DIP-MOS", quantity: "1" }, over);
    expect([ended.status, await ended.json()]).toEqual([401, { status: "ended", message: expect.any(String) }]);
    expect((await postAddition({ sku: "A".repeat(10_001) })).status).toBe(413);
  });

  test("works without JavaScript", async ({ device }) => {
    const shopper = await device({ javaScriptEnabled: false });
    await shopper.open("/products/tall-mug");
    await shopper.page.getByRole("button", { name: "Add to cart" }).click();
    await expect(shopper.page.getByRole("heading", { name: "Your cart" })).toBeVisible();
    await expect(shopper.cartLine("Tall Mug")).toBeVisible();
    expect(await shopper.cartRows()).toEqual([{ sku: "TAL-MOS", quantity: 1 }]);

    await shopper.open("/products/bud-vase/blush");
    await shopper.page.getByRole("button", { name: "Add to cart" }).click();
    await expect(shopper.page.getByText("This one is sold out")).toBeVisible();
  });
});

test.describe("The cart", () => {
  test("changes a quantity and removes a line", async ({ shopper }) => {
    await shopper.addToCart("Morning Mug");
    await shopper.addToCart("Dip Bowl");
    await shopper.open("/cart");
    await shopper.cartLine("Morning Mug").getByRole("spinbutton", { name: "Quantity" }).fill("3");
    await expect(shopper.cartLink(4)).toBeVisible();
    await expect(shopper.page.getByLabel("Summary")).toContainText("€106.00");
    await shopper.cartLine("Dip Bowl").getByRole("button", { name: "Remove" }).click();
    await expect(shopper.cartLine("Dip Bowl")).toBeHidden();
    await expect(shopper.cartLink(3)).toBeVisible();
    expect(await shopper.cartRows()).toEqual([{ sku: "MOR-TER", quantity: 3 }]);
  });

  test("gives what there is when more is asked for, and says so", async ({ shopper }) => {
    await shopper.addToCart("Noodle Bowl", { glaze: "Oat" });
    await shopper.open("/cart");
    await shopper.cartLine("Noodle Bowl").getByRole("spinbutton", { name: "Quantity" }).fill("5");
    await expect(shopper.cartLine("Noodle Bowl")).toContainText("Only 2 left, so we set it to 2.");
    await expect(shopper.cartLine("Noodle Bowl").getByRole("spinbutton")).toHaveValue("2");
    expect(await shopper.cartRows()).toEqual([{ sku: "NOO-OAT", quantity: 2 }]);
  });

  test("works without JavaScript", async ({ device }) => {
    const shopper = await device({ javaScriptEnabled: false });
    await shopper.open("/products/tall-mug");
    await shopper.page.getByRole("button", { name: "Add to cart" }).click();
    await shopper.cartLine("Tall Mug").getByRole("spinbutton", { name: "Quantity" }).fill("2");
    await shopper.cartLine("Tall Mug").getByRole("button", { name: "Update" }).click();
    await expect(shopper.page.getByLabel("Summary")).toContainText("€64.00");
    await shopper.cartLine("Tall Mug").getByRole("button", { name: "Remove" }).click();
    await expect(shopper.page.getByText("Your cart is empty")).toBeVisible();
  });

  test("is nobody else's", async ({ shopper, device }) => {
    await shopper.addToCart("Morning Mug");
    await shopper.open("/cart");
    const line = await shopper.page.locator('input[name="line"]').first().inputValue();
    const stranger = await device();
    await stranger.addToCart("Tall Mug");
    await stranger.open("/cart");
    await stranger.page.locator('input[name="line"]').evaluateAll((inputs, value) => {
      for (const input of inputs) (input as HTMLInputElement).value = value;
    }, line);
    await stranger.cartLine("Tall Mug").getByRole("button", { name: "Remove" }).click();
    await expect(stranger.cartLine("Tall Mug")).toBeVisible();
    expect(await shopper.cartRows()).toEqual([{ sku: "MOR-TER", quantity: 1 }]);
  });
});

/** What the page's script sends. */
function postAddition(fields: Record<string, string>, token?: string) {
  const body = String(new URLSearchParams(fields));
  return request("/api/cart", { method: "POST", body, token, headers: { origin: shopOrigin } });
}
