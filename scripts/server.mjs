/** Launches one server of the shop. */
import { loopback } from "./hosts.mjs";
import { inRoot } from "./paths.mjs";
import { launch } from "./processes.mjs";
import { launchTool, toolEnv } from "./tools.mjs";

/** Node's default of 16 KB is too small where other sites of a domain set cookies for all of it. */
const MAX_HEADER_BYTES = 64 * 1024;

/** `given` is what the shop itself reads; further options go to the child process. */
export async function launchServer({ dev = false, https = false, port, host = loopback, env: given, ...options }) {
  const nodeOptions = given?.NODE_OPTIONS ?? process.env.NODE_OPTIONS ?? "";
  const env = {
    ...given,
    NODE_OPTIONS: `${nodeOptions} --max-http-header-size=${MAX_HEADER_BYTES}`.trim(),
    // The running shop must not have it. Empty, not unset: Next would read it from .env.
    MIGRATE_DATABASE_URL: "",
  };
  const where = ["--port", String(port), "--hostname", host];
  if (!https) return launchTool("next", [dev ? "dev" : "start", ...where], { env, ...options });

  const { certificate } = await import("./certificate.mjs");
  const { key, cert } = await certificate();
  if (dev) {
    const flags = ["--experimental-https", "--experimental-https-key", key, "--experimental-https-cert", cert];
    return launchTool("next", ["dev", ...where, ...flags], { env, ...options });
  }
  const args = [inRoot("scripts/serve-https.mjs"), String(port), host, key, cert];
  return launch(process.execPath, args, { env: toolEnv({ ...env, NODE_ENV: "production" }), ...options });
}
