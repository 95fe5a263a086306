import { connect, createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { lacksShopUrl, nameInUrl, warnOfDemo } from "../scripts/hosts.mjs";
import { freePort, requireFreePort } from "../scripts/ports.mjs";
import { expect, test } from "./support/fixtures";

/** Addresses of this machine that others may reach, and one that only Linux has and that nobody listens on by mistake. */
const others = [
  ...Object.values(networkInterfaces()).flatMap((all) => all ?? []),
  ...(process.platform === "linux" ? [{ address: "127.0.0.2", internal: false, scopeid: 0 }] : []),
].flatMap(({ address, internal, ...rest }) => (internal || ("scopeid" in rest && rest.scopeid) ? [] : [address]));

function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 5_000 });
    const say = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket
      .once("connect", () => say(true))
      .once("error", () => say(false))
      .once("timeout", () => say(false));
  });
}

test("a shop is there for this machine and for nobody else", async ({ server, page }) => {
  const { origin } = await server();
  const port = Number(new URL(origin).port);
  for (const address of others) expect(await reaches(address, port), address).toBe(false);
  expect(await reaches("127.0.0.1", port)).toBe(true);
  for (const host of ["localhost", "127.0.0.1"]) {
    await page.goto(`http://${host}:${port}/`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("it is there for others when somebody says so", async ({ server }) => {
  const { origin } = await server({ host: "0.0.0.0" });
  const port = Number(new URL(origin).port);
  const reached = await Promise.all(
    others.filter((address) => !address.includes(":")).map((each) => reaches(each, port)),
  );
  expect(reached).not.toContain(false);
});

test("whoever opens a demo to others is warned in one line", () => {
  for (const host of ["0.0.0.0", "::", "192.168.1.7", "shop.example"]) {
    expect(warnOfDemo(host, { DEMO: "1" })).toMatch(/^Warning: [^\n]*mailbox[^\n]*staff[^\n]*$/);
    expect(warnOfDemo(host, { DEMO: "0" })).toBeNull();
  }
  for (const host of ["127.0.0.1", "localhost", "::1"]) expect(warnOfDemo(host, { DEMO: "1" })).toBeNull();
});

test("a real shop for everybody must know its own address", () => {
  expect(lacksShopUrl("0.0.0.0", { DEMO: "0" })).toBe(true);
  expect(lacksShopUrl("0.0.0.0", { DEMO: "0", SHOP_URL: "https://shop.example" })).toBe(false);
  expect(lacksShopUrl("0.0.0.0", { DEMO: "1" })).toBe(false);
  expect(lacksShopUrl("127.0.0.1", { DEMO: "0" })).toBe(false);
});

test("browsers on this machine find the shop by a name that fits", () => {
  expect(["127.0.0.1", "localhost", "0.0.0.0", "::", "::1", "192.168.1.7"].map(nameInUrl)).toEqual([
    ...["localhost", "localhost", "localhost", "localhost"],
    ...["[::1]", "192.168.1.7"],
  ]);
});

test("a port that another program has, at any name of this machine, is said to be taken", async () => {
  const port = await freePort();
  await requireFreePort(port, "127.0.0.1");
  for (const host of ["127.0.0.1", "0.0.0.0", "::1"]) {
    const other = createServer();
    const isListening = await new Promise<boolean>((resolve) => {
      other.once("error", () => resolve(false)).listen(port, host, () => resolve(true));
    });
    if (!isListening) continue; // a machine without IPv6
    await expect(requireFreePort(port, "127.0.0.1"), host).rejects.toThrow(`Port ${port} is taken`);
    await new Promise((closed) => other.close(closed));
  }
  await expect(requireFreePort(port, "192.0.2.1")).rejects.toThrow("This machine has no address 192.0.2.1");
});
