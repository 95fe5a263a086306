/** Builds the shop for production, unless the last build was made from the same files. */
import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { writeCspHashes } from "./csp-hashes.mjs";
import { fingerprint, readStamp, writeStamp } from "./fingerprint.mjs";
import { generateClientIfNeeded, takeSnapshot } from "./generate.mjs";
import { inRoot } from "./paths.mjs";
import { Problem } from "./problem.mjs";
import { liveOwner } from "./run-record.mjs";
import { secrets } from "./secrets.mjs";
import { step } from "./steps.mjs";
import { runTool } from "./tools.mjs";

const stamp = ".next/build-stamp.json";

const inputs = [
  "app",
  "components",
  "lib",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
  "prisma/schema.prisma",
  "scripts/csp-hashes.mjs",
];
const made = ["lib/generated/prisma", "lib/generated/prisma-stamp"];

/**
 * A build is the same whoever makes it: nothing of the surroundings may get into it but the shop's origin, where it is
 * set, which static pages then name themselves by, and the key that the names of Server Actions are made with.
 */
const withoutSurroundings = {
  DATABASE_URL: undefined,
  MIGRATE_DATABASE_URL: undefined,
  AUTH_SECRET: undefined,
  SESSION_KEYS: undefined,
  DEMO: undefined,
  DEMO_PASSWORD: undefined,
  SMTP_URL: undefined,
  MAIL_FROM: undefined,
  MAIL_FOLDER: undefined,
};

/** `env` may hold the DATABASE_URL whose catalogue the static pages show. */
export async function buildIfNeeded(env, { always = false } = {}) {
  await generateClientIfNeeded();
  await takeSnapshot(env);
  const actionsKey = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || secrets().actionsKey;
  const wanted = JSON.stringify({
    inputs: fingerprint(inputs, { bySize: ["public"], except: made }),
    origin: process.env.SHOP_URL,
    actions: shortHash(actionsKey),
  });
  if (!always && existsSync(inRoot(".next/BUILD_ID")) && readStamp(stamp) === wanted) return;

  const shop = liveOwner("run");
  if (shop?.mode === "production") {
    throw new Problem(`A new build is needed, but npm start (process ${shop.pid}) serves the old one: stop it first.`);
  }
  await step("built the shop", async () => {
    rmSync(inRoot(stamp), { force: true });
    await runTool("next", ["build"], "The build failed: Next.js says why above.", {
      ...withoutSurroundings,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
      BUILD_NAME: shortHash(wanted),
    });
    writeCspHashes();
    writeStamp(stamp, wanted);
  });
}

function shortHash(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
