import { expect } from "@playwright/test";
import { answers, freePort } from "../../scripts/ports.mjs";
import { stop } from "../../scripts/processes.mjs";
import { launchServer } from "../../scripts/server.mjs";

export type Server = {
  origin: string;
  /** What it has written to its log so far. */
  logged: () => string;
  stop: () => Promise<void>;
};

export type ServerOptions = { port?: number; host?: string; env?: Record<string, string> };

/** How long a new server may take until it is ready. Where a test breaks its database it never is. */
const READY_MS = 5_000;

/** Starts a server of the test's own, with the environment of the others but for `env`, and waits until it answers. */
export async function startServer({ port, host, env = {} }: ServerOptions = {}): Promise<Server> {
  const chosen = port ?? (await freePort());
  const origin = `http://localhost:${chosen}`;
  const child = await launchServer({
    port: chosen,
    host,
    env: { SHOP_URL: origin, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let logged = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    logged += text;
  });
  let isGone = false;
  child.once("exit", () => {
    isGone = true;
  });
  if (!(await answers(`${origin}/api/health/live`, () => isGone)))
    throw new Error("The server ended before it answered");
  const isReady = async () => (await fetch(`${origin}/api/health/ready`)).ok;
  await expect
    .poll(isReady, { timeout: READY_MS })
    .toBe(true)
    .catch(() => {});
  return { origin, logged: () => logged, stop: () => stop(child, "SIGKILL") };
}
