import { request as open } from "node:http";
import { expect, test } from "./support/fixtures";
import { handedToken, postForm, request, shopOrigin } from "./support/plain-form";

// Whoever sends more than any form has is refused before it is all there, whatever it is sent to.

const doors = [
  "/api/cart",
  "/api/session/draft",
  "/api/session",
  "/api/health/live",
  "/logout",
  "/login",
  "/register",
  "/cart",
  "/checkout",
  "/products/morning-mug",
  "/",
  "/no-such-page",
];

const words = "That was more than we can take in.";

type Sent = { status: number; text: string };

/** Sends headers and the pieces of a body that never ends, and waits for the answer all the same. */
function sendUnfinished(path: string, { method = "POST", headers = {}, pieces = [] as Buffer[] }): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const sent = open(`${shopOrigin}${path}`, { method, headers: { origin: shopOrigin, ...headers }, agent: false });
    sent.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part) => {
        text += part;
      });
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, text });
        sent.destroy();
      });
    });
    sent.on("error", reject);
    sent.flushHeaders();
    for (const piece of pieces) sent.write(piece);
  });
}

const form = { "content-type": "application/x-www-form-urlencoded" };

for (const path of doors) {
  test(`eleven megabytes to ${path} are refused before the first byte of them is sent`, async () => {
    const { status, text } = await sendUnfinished(path, {
      headers: { ...form, "content-length": `${11 * 1024 ** 2}` },
    });
    expect(status).toBe(413);
    expect(text).toContain(words);
  });

  test(`a body to ${path} that nobody announced the length of is cut off, though it never ends`, async () => {
    const pieces = Array.from({ length: 20 }, () => Buffer.alloc(10_000, "a"));
    const { status, text } = await sendUnfinished(path, {
      headers: { ...form, "transfer-encoding": "chunked" },
      pieces,
    });
    expect(status).toBe(413);
    expect(text).toContain(words);
  });
}

test("a form in parts and a Server Action are cut off like any other body, and so is one behind a GET", async () => {
  const pieces = Array.from({ length: 20 }, () => Buffer.alloc(10_000, "a"));
  const chunked = { "transfer-encoding": "chunked" };
  const parts = { "content-type": "multipart/form-data; boundary=x" };
  for (const [method, headers] of [
    ["POST", { ...chunked, ...parts }],
    ["POST", { ...chunked, ...parts, "next-action": "a".repeat(42) }],
    ["POST", { ...parts, "content-length": "131073" }],
    ["GET", { "content-length": "131073" }],
  ] as const) {
    expect(
      (await sendUnfinished("/login", { method, headers, pieces: "content-length" in headers ? [] : pieces })).status,
    ).toBe(413);
  }
});

test("whoever sends all of it hears the answer, too, and the shop goes on", async () => {
  const body = "a".repeat(11 * 1024 ** 2);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => request("/api/cart", { method: "POST", headers: { origin: shopOrigin }, body })),
  );
  for (const answer of answers) {
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain(words);
  }
  expect((await request("/api/session")).status).toBe(200);
});

test("a door that needs little takes little", async () => {
  for (const path of ["/api/cart", "/api/session/draft"]) {
    const headers = { origin: shopOrigin };
    const answer = await request(path, { method: "POST", headers, body: "a".repeat(10_001) });
    expect(answer.status, path).toBe(413);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(await answer.json(), path).toMatchObject({ message: expect.stringContaining(words) });
  }
});

test("a long form below the limit arrives whole", async ({ account }) => {
  const fields = { email: account.email, password: account.password, long: "a".repeat(120_000) };
  expect(handedToken(await postForm("/login", { form: "password", fields }))).toBeDefined();
});
