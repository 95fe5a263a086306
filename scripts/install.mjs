/** Installs what the lock file says, unless that is what is installed. */
import { rmSync } from "node:fs";
import { fingerprint, readStamp, writeStamp } from "./fingerprint.mjs";
import { inRoot } from "./paths.mjs";
import { Problem } from "./problem.mjs";
import { run } from "./processes.mjs";
import { step } from "./steps.mjs";

const stamp = "node_modules/.installed-lock";

export async function installIfNeeded() {
  const lock = fingerprint(["package-lock.json"]);
  if (readStamp(stamp) === lock) return;
  await step("installed packages", async () => {
    rmSync(inRoot(stamp), { force: true });
    // Not `npm ci`: it refuses a lock file that lacks builds for other systems (docs/operations.md).
    const { code, output } = await npm(["install", "--no-audit", "--no-fund", "--no-save", "--include=dev"]);
    if (code !== 0) throw new Problem("The packages could not be installed: npm says why above.", output);
    writeStamp(stamp, lock);
  });
}

/** The npm that started us, else the one on the path. */
function npm(args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith("npm-cli.js")) return run(process.execPath, [script, ...args]);
  return run("npm", args, { shell: process.platform === "win32" });
}
