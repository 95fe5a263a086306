import { expect, test } from "./support/fixtures";
import { peek } from "./support/plain-form";
import { readServerLogs } from "./support/server-logs";

test("a token with any character changed opens nothing, and the right one goes on working", async ({ shopper }) => {
  await shopper.enter();
  const token = await shopper.token();
  for (const place of [0, 10, 21, 32, 42]) {
    const flipped = token[place] === "A" ? "E" : "A";
    const tampered = token.slice(0, place) + flipped + token.slice(place + 1);
    expect(await peek(tampered), `changed at ${place}`).toEqual({ status: "none" });
  }
  expect(await peek(token)).toMatchObject({ status: "member" });
  expect(await shopper.row()).toMatchObject({ endedAt: null });
});

test("a cookie whose expiry was moved lives no longer than its row", async ({ shopper }) => {
  await shopper.enter();
  const token = await shopper.token();
  await shopper.age({ minutes: 31 });
  await shopper.carryToken(token, { expires: Date.now() / 1000 + 86_400 * 365 });
  await shopper.open("/account");
  await expect(shopper.page).toHaveURL(/\/login/);
  expect(await shopper.row()).toMatchObject({ endReason: "IDLE_TIMEOUT" });
});

test("in a whole journey no token stands in an address, a page, the console or the servers' output", async ({
  shopper,
}) => {
  const seen: string[] = [];
  const tokens: string[] = [];
  shopper.page.on("request", (request) => seen.push(request.url(), request.postData() ?? ""));
  shopper.page.on("console", (message) => seen.push(message.text()));
  const note = async () => {
    tokens.push(await shopper.token());
    seen.push(await shopper.page.content());
  };
  await shopper.addToCart("Dip Bowl");
  await note();
  await shopper.logIn({ remembered: true });
  await note();
  for (const path of ["/account", "/account/sessions", "/account/security", "/cart", "/session"]) {
    await shopper.open(path);
    await note();
  }
  await shopper.logOut();
  seen.push(await shopper.page.content(), ...readServerLogs());
  expect(new Set(tokens).size).toBe(2);
  for (const token of tokens) expect(seen.filter((text) => text.includes(token))).toEqual([]);
});
