import { defineConfig } from "@playwright/test";

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: ".",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 3,
  // A test that needs a second try on a busy machine is named in the summary.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.BASE_URL,
    screenshot: "only-on-failure",
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      // Chromium's sandbox refuses root; the other two keep it from reaching out of the machine.
      args: [...(isRoot ? ["--no-sandbox"] : []), "--disable-quic", "--disable-background-networking"],
    },
  },
  projects: [
    { name: "unit", testMatch: "lib/**/*.test.ts" },
    { name: "browser", testMatch: "e2e/**/*.spec.ts", use: { browserName: "chromium" } },
  ],
});
