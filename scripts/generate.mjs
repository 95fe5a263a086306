/** Writes what is generated before every check and build: the Prisma client and the catalogue that pages are made from. */
import { existsSync } from "node:fs";
import { fingerprint, readStamp, writeStamp } from "./fingerprint.mjs";
import { inRoot } from "./paths.mjs";
import { step } from "./steps.mjs";
import { runTool, runTypeScript } from "./tools.mjs";

const stamp = "lib/generated/prisma-stamp";

export async function generateClientIfNeeded() {
  const inputs = fingerprint(["prisma/schema.prisma", "package-lock.json"]);
  if (readStamp(stamp) === inputs && existsSync(inRoot("lib/generated/prisma/client.ts"))) return;
  await step("generated the database client", () =>
    runTool("prisma", ["generate"], "The database client could not be generated: Prisma says why above."),
  );
  writeStamp(stamp, inputs);
}

/** From the database where `env` names one, else from the seed's catalogue. */
export async function takeSnapshot(env) {
  if (!existsSync(inRoot("scripts/snapshot.ts"))) return;
  await runTypeScript("scripts/snapshot.ts", "The catalogue could not be read for the static pages: see above.", env);
}
