import { limits } from "@/lib/rate-limit/limiter";
import { hiddenFields } from "../scripts/hidden-fields.mjs";
import { addPiece, expect, test } from "./support/buying";
import { forgetGuest } from "./support/database";
import { handedToken, peek, postForm, request } from "./support/plain-form";
import { ageCounter, ownNetwork, readCounter, setCounter } from "./support/throttle-rows";

// What costs the shop something without anything being wrong with it: new guests' sessions and right passwords.

const env = { TRUSTED_PROXIES: "1" };

test("sixty adds by a script that keeps no cookie are not sixty sessions, and others shop on", async ({
  server,
  piece,
}) => {
  const { origin } = await server({ env: { ...env, GUESTS_PER_NETWORK: "40" } });
  const [network, jar] = [ownNetwork(), await piece()];
  const body = new URLSearchParams({ sku: jar.sku, quantity: "1" }).toString();
  const type = { "content-type": "application/x-www-form-urlencoded" };
  const add = (headers: Record<string, string>, token?: string) =>
    request("/api/cart", { method: "POST", headers: { origin, ...type, ...headers }, body, origin, token });

  const answers: Response[] = [];
  for (let n = 0; n < 60; n += 4) answers.push(...(await Promise.all([1, 2, 3, 4].map(() => add(network.headers)))));
  const tokens = answers.flatMap((answer) => handedToken(answer) ?? []);
  expect(tokens).toHaveLength(40);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(20);
  for (const answer of refused) {
    const seconds = Number(answer.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(limits.guests.duration);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await answer.json()).toMatchObject({
      status: "wait",
      message: expect.stringMatching(/Many carts were started from your network.*wait \d+ minutes/),
    });
  }

  const plain = {
    form: "sku",
    fields: { sku: jar.sku, quantity: "1" },
    headers: { origin, ...network.headers },
    origin,
  };
  const form = await postForm("/products/espresso-cup", plain);
  expect(await form.text()).toContain("Many carts were started from your network");
  expect(handedToken(form)).toBeUndefined();

  // Whoever has a cart already, is somewhere else, or comes back later is none of them.
  expect((await add(network.headers, tokens[0])).status).toBe(200);
  const elsewhere = await add(ownNetwork().headers);
  expect(elsewhere.status).toBe(200);
  await ageCounter("guests", [network.counted], 11);
  const later = await add(network.headers);
  expect(later.status).toBe(200);
  for (const token of [...tokens, handedToken(elsewhere), handedToken(later)]) if (token) await forgetGuest(token);
});

test("whoever adds with a cookie starts no session, and none is counted", async ({ server, piece }) => {
  const { origin } = await server({ env });
  const [network, jar] = [ownNetwork(), await piece()];
  const token = await addPiece(jar);
  const plain = {
    form: "sku",
    fields: { sku: jar.sku, quantity: "1" },
    headers: { origin, ...network.headers },
    origin,
  };
  expect((await postForm("/products/espresso-cup", { ...plain, token })).status).toBe(303);
  expect(await readCounter("guests", [network.counted])).toBe(0);
  await forgetGuest(token);
});

const tooMany = /Too many tries\. Please wait \d+ minutes?\./;

test("whoever knows a password cannot keep the shop busy with it", async ({ account, shopper }) => {
  await shopper.logIn();
  await setCounter("entries", [account.email], limits.entries.points - 2);
  const logIn = (password: string) =>
    postForm("/login", { form: "password", fields: { email: account.email, password } });
  expect(await (await logIn("wrong password")).text()).toContain("do not match");
  expect(await readCounter("entries", [account.email])).toBe(limits.entries.points - 2);
  for (let turn = 0; turn < 2; turn++) expect(handedToken(await logIn(account.password))).toBeDefined();
  const refused = await logIn(account.password);
  expect(await refused.text()).toMatch(tooMany);
  expect(handedToken(refused)).toBeUndefined();

  await shopper.age({ minutes: 11 });
  const token = await shopper.token();
  const confirming = { form: "password", fields: { password: account.password }, token };
  expect(await (await postForm("/confirm", confirming)).text()).toMatch(tooMany);
  expect(await peek(token)).toMatchObject({ status: "member" });
  await ageCounter("entries", [account.email], 16);
  expect(handedToken(await logIn(account.password))).toBeDefined();
});

test("a network has a number of logins, and others log in meanwhile", async ({ server, account, staff }) => {
  const { origin } = await server({ env: { ...env, LOGINS_PER_NETWORK: "2" } });
  const network = ownNetwork();
  const logIn = ({ email, password }: { email: string; password: string }, { headers } = network) =>
    postForm("/login", { form: "password", fields: { email, password }, origin, headers: { origin, ...headers } });
  expect(await (await logIn({ ...account, password: "wrong password" })).text()).toContain("do not match");
  for (const person of [account, staff]) expect(handedToken(await logIn(person))).toBeDefined();
  expect(await (await logIn(account)).text()).toMatch(tooMany);
  expect(handedToken(await logIn(account, ownNetwork()))).toBeDefined();
});

test("while a flood tries to log in, the shop still tells a visitor about their session", async ({ server, piece }) => {
  const { origin } = await server({ env });
  const token = await addPiece(await piece());
  const hidden = hiddenFields(await (await request("/login", { origin })).text(), "password");
  // A server that has just started has yet to open its first connections.
  expect(await peek(token, origin)).toMatchObject({ status: "guest" });
  let open = 0;
  const flood = Array.from({ length: 60 }, async (_, number) => {
    open++;
    const body = new FormData();
    const fields = { ...hidden, email: `flood-${number}@example.com`, password: "wrong password" };
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const headers = { origin, ...ownNetwork().headers };
    const text = await (await request("/login", { method: "POST", body, origin, headers })).text();
    open--;
    return text;
  });
  expect(await peek(token, origin)).toMatchObject({ status: "guest" });
  expect(open, "logins that still wait").toBeGreaterThan(0);
  for (const text of await Promise.all(flood)) {
    expect(text).toMatch(/do not match|A great many people are at the door just now|The shop cannot be reached/);
  }
  await forgetGuest(token);
});
