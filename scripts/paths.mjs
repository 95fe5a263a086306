/** Knows where things lie, whatever folder a command is called from. */
import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** A path below the clone. */
export const inRoot = (...parts) => join(root, ...parts);

/** A path below .data, the folder of this clone's state, which only its owner can read. */
export function inData(...parts) {
  mkdirSync(inRoot(".data"), { recursive: true, mode: 0o700 });
  return inRoot(".data", ...parts);
}

/** Where root keeps what an unprivileged PostgreSQL has to read: a clone below root's home is closed to it. */
export const systemFolder = "/var/lib/cookie-jar";

/** Tells this clone from others on the machine. */
export const cloneId = createHash("sha256").update(root).digest("hex").slice(0, 8);
