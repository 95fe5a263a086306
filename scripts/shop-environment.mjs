/** Decides the environment that the shop runs in; what the caller has set stays as it is. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "./paths.mjs";

/** Reads .env.local and .env as Next.js does, so that both see the same. */
export function loadEnvFiles() {
  for (const file of [".env.local", ".env"]) if (existsSync(inRoot(file))) process.loadEnvFile(inRoot(file));
}

/** A shop on its own database is a demonstration, with people to log in as; one on a given database is not. */
export function shopEnvironment({ databaseUrl, ownerUrl, origin, secrets, given = process.env }) {
  const env = {
    ...(given.DATABASE_URL
      ? { DATABASE_URL: given.DATABASE_URL, MIGRATE_DATABASE_URL: given.MIGRATE_DATABASE_URL }
      : { DATABASE_URL: databaseUrl, MIGRATE_DATABASE_URL: ownerUrl }),
    AUTH_SECRET: given.AUTH_SECRET || secrets.authSecret,
    SESSION_KEYS: given.SESSION_KEYS || secrets.sessionKeys,
    SHOP_URL: given.SHOP_URL || origin,
    DEMO: given.DEMO ?? (given.DATABASE_URL ? "0" : "1"),
  };
  return env.DEMO === "1" ? { ...env, DEMO_PASSWORD: given.DEMO_PASSWORD || secrets.demoPassword } : env;
}

/** The environment of a shop that is tested, on a throw-away cluster and with its own mailbox in `folder`. */
export function testEnvironment({ url, ownerUrl }, secrets, folder) {
  return {
    ...shopEnvironment({ databaseUrl: url, ownerUrl, origin: "", secrets, given: {} }),
    // No test may send real mail, or fill the demo's mailbox.
    SMTP_URL: undefined,
    MAIL_FROM: undefined,
    MAIL_FOLDER: join(folder, "mail"),
    // All tests come from one address.
    GUESTS_PER_NETWORK: "1000000",
    LOGINS_PER_NETWORK: "1000000",
  };
}
