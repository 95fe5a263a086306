import { once } from "node:events";
import { freePort } from "../scripts/ports.mjs";
import { launchServer } from "../scripts/server.mjs";
import { DatabaseLine } from "./support/database-line";
import { expect, test } from "./support/fixtures";
import { request } from "./support/plain-form";

test("health checks need no session, keep none alive and start none", async ({ shopper }) => {
  await shopper.logIn();
  await shopper.age({ minutes: 5 });
  const { lastSeenAt } = await shopper.row();
  for (const path of ["/api/health/live", "/api/health/ready"]) {
    const response = await request(path, { token: await shopper.token() });
    expect(response.status, path).toBe(200);
    expect(response.headers.get("cache-control")).toContain("no-store");
    expect(response.headers.getSetCookie()).toEqual([]);
  }
  expect((await shopper.row()).lastSeenAt).toEqual(lastSeenAt);
});

test("without its database a server is live but not ready, and ready again afterwards", async ({ server }) => {
  const line = await DatabaseLine.open();
  const { origin } = await server({ env: { DATABASE_URL: line.url } });
  const status = (path: string) => async () => (await request(path, { origin })).status;
  await expect.poll(status("/api/health/ready")).toBe(200);
  await line.refuse();
  await expect.poll(status("/api/health/ready")).toBe(503);
  expect(await status("/api/health/live")()).toBe(200);
  await line.restore();
  await expect.poll(status("/api/health/ready")).toBe(200);
  await line.close();
});

test("a shop on https asks browsers to stay there, with every answer", async ({ server }) => {
  const { origin } = await server({ env: { SHOP_URL: "https://shop.example" } });
  for (const path of ["/", "/cart", "/api/session", "/icon.svg", "/no-such-page", "/photos/none.webp"]) {
    const { headers } = await request(path, { origin });
    expect(headers.get("strict-transport-security"), path).toBe("max-age=31536000; includeSubDomains");
  }
  const { headers } = await request("/cart");
  expect(headers.get("strict-transport-security"), "localhost belongs to others, too").toBeNull();
});

test("a real shop that was not told its address says so and ends, instead of answering nonsense", async () => {
  const server = await launchServer({ port: await freePort(), env: { DEMO: "0", SHOP_URL: undefined } });
  let said = "";
  server.stderr?.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  expect((await once(server, "exit"))[0]).toBe(1);
  expect(said).toMatch(/Environment: .*must be set on a real shop.*\n.*SHOP_URL/);
});
