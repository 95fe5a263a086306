import { randomBytes, randomUUID } from "node:crypto";
import { limits } from "@/lib/rate-limit/limiter";
import { deleteAccount } from "./support/account";
import { addPiece, expect, test } from "./support/buying";
import { forgetGuest } from "./support/database";
import { handedToken, postForm, request } from "./support/plain-form";
import { ownNetwork, readCounter, setCounter } from "./support/throttle-rows";

// What is counted by network, behind a proxy that says where requests come from. Each test has networks of its own.

const env = { TRUSTED_PROXIES: "1" };

test("whoever tries session tokens out has to wait, and whoever has one does not (ASVS 7.2.1)", async ({
  server,
  piece,
}) => {
  const { origin } = await server({ env });
  const network = ownNetwork();
  await setCounter("tokens", [network.counted], limits.tokens.points - 1);
  const guess = (path: string, init: { method?: string; headers?: Record<string, string> } = {}) => {
    const token = randomBytes(32).toString("base64url");
    return request(path, { ...init, origin, token, headers: { ...network.headers, ...init.headers } });
  };
  expect(await (await guess("/api/session")).json()).toEqual({ status: "none" });
  const refused = [
    await guess("/api/session"),
    await guess("/api/session", { method: "POST", headers: { origin } }),
    await guess("/api/session/draft?path=/account", { method: "DELETE", headers: { origin } }),
  ];
  for (const answer of refused) {
    expect(answer.status).toBe(429);
    const seconds = Number(answer.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(limits.tokens.duration);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await answer.json()).toEqual({
      status: "wait",
      seconds,
      message: expect.stringContaining("Too many tries."),
    });
  }

  const token = await addPiece(await piece());
  const counted = await readCounter("tokens", [network.counted]);
  const own = await request("/api/session", { origin, token, headers: network.headers });
  expect(own.status).toBe(200);
  const nobody = await request("/api/session", { origin, headers: network.headers });
  expect(nobody.status).toBe(200);
  const elsewhere = await guess("/api/session", { headers: ownNetwork().headers });
  expect(elsewhere.status).toBe(200);
  expect(await readCounter("tokens", [network.counted])).toBe(counted);
  await forgetGuest(token);
});

test("a token that was never given out is counted once at every page, action and handler that reads it", async ({
  server,
  account,
}) => {
  const { origin } = await server({ env });
  const network = ownNetwork();
  const unknown = () => randomBytes(32).toString("base64url");
  const get = (path: string) => () => request(path, { origin, token: unknown(), headers: network.headers });
  const post = (path: string, body?: string) => () =>
    request(path, { method: "POST", body, origin, token: unknown(), headers: { ...network.headers, origin } });
  const submit = (path: string, form: string, fields: Record<string, string>) => () =>
    postForm(path, { form, fields, origin, token: unknown(), seenBy: "", headers: { origin, ...network.headers } });
  const doors = {
    "a member's page": get("/account"),
    "the cart": get("/cart"),
    "the checkout": get("/checkout"),
    "an order": get("/orders/CJ-2345-6789"),
    "the glass box": get("/session"),
    "the data file": get("/account/export"),
    "a peek": get("/api/session"),
    activity: post("/api/session"),
    "an addition": post("/api/cart", "sku=nothing&quantity=1"),
    "what was typed": post("/api/session/draft", JSON.stringify({ path: "/account", fields: {} })),
    "a logout": post("/logout"),
    "a login": submit("/login", "password", { email: account.email, password: "wrong" }),
  };
  const missed: string[] = [];
  let counted = 0;
  for (const [door, come] of Object.entries(doors)) {
    await come();
    const now = await readCounter("tokens", [network.counted]);
    if (now !== counted + 1) missed.push(`${door}: ${now - counted}`);
    counted = now;
  }
  // A piece that is not sold is refused before anybody asks for the session.
  expect(missed).toEqual(["an addition: 0"]);
});

test("whoever registers to learn who has an account has to wait, and others register meanwhile", async ({
  server,
  account,
}) => {
  const { origin } = await server({ env });
  const network = ownNetwork();
  await setCounter("taken", [network.counted], limits.taken.points - 1);
  const newcomer = `newcomer-${randomUUID()}@example.com`;
  const register = (email: string, { headers } = network) => {
    const fields = { name: "Nico", email, password: account.password };
    return postForm("/register", { form: "password", fields, origin, headers: { origin, ...headers } });
  };
  expect(await (await register(account.email)).text()).toContain("There is an account with this address already.");
  for (const email of [account.email, newcomer]) {
    const text = await (await register(email)).text();
    expect(text).toMatch(/Too many tries. Please wait \d+ minutes/);
    expect(text).not.toContain("There is an account");
  }
  expect(handedToken(await register(newcomer, ownNetwork()))).toBeDefined();
  await deleteAccount(newcomer);
});
