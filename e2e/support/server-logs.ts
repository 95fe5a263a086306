import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the suite's servers have printed so far. */
export function readServerLogs(): string[] {
  const folder = process.env.SERVER_LOG_DIR;
  return folder ? readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8")) : [];
}
