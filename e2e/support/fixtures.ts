import { type BrowserContextOptions, test as base } from "@playwright/test";
import { type Account, createAccount, forgetAccount } from "./account";
import { forgetGuest } from "./database";
import { type Server, type ServerOptions, startServer } from "./server";
import { watchResponses } from "./set-cookie-rules";
import { Shopper } from "./shopper";

export { expect } from "@playwright/test";

type Fixtures = {
  /** An account of this test's own, gone after it. */
  account: Account;
  staff: Account;
  /** A person with that account at a fresh browser. */
  shopper: Shopper;
  /** More browsers: the same person's other devices, or other people's. */
  device: (options?: DeviceOptions) => Promise<Shopper>;
  /** Servers of this test's own, stopped after it. */
  server: (options?: ServerOptions) => Promise<Server>;
};

type DeviceOptions = BrowserContextOptions & { account?: Account };

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  account: async ({}, use) => {
    const account = await createAccount();
    await use(account);
    await forgetAccount(account.id);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  staff: async ({}, use) => {
    const account = await createAccount("STAFF");
    await use(account);
    await forgetAccount(account.id);
  },
  device: async ({ browser, account }, use) => {
    const opened: { shopper: Shopper; verify: () => Promise<void> }[] = [];
    await use(async ({ account: owner = account, ...options } = {}) => {
      const context = await browser.newContext(options);
      const verify = watchResponses(context);
      const shopper = new Shopper(await context.newPage(), context, owner);
      opened.push({ shopper, verify });
      return shopper;
    });
    for (const { shopper, verify } of opened) {
      await verify();
      const cookie = await shopper.cookie();
      if (cookie) await forgetGuest(cookie.value);
      await shopper.context.close();
    }
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  server: async ({}, use) => {
    const started: Server[] = [];
    await use(async (options) => {
      const server = await startServer(options);
      started.push(server);
      return server;
    });
    for (const server of started) await server.stop();
  },
  shopper: async ({ device }, use) => {
    await use(await device());
  },
});
