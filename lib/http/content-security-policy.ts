import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isProduction } from "@/lib/env";

const FIXED = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join("; ");

// Trusted Types: "nextjs" is Next's own policy, "default" the one of instrumentation-client.ts, which lets the bundler
// load the shop's own chunks and nothing else. In development the tools need more than that.
const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types nextjs default";

/** The policy of a page that allows the inline scripts that `scripts` names (a nonce or hashes). */
export function contentSecurityPolicy(scripts: string): string {
  if (!isProduction) return `${FIXED}; script-src 'self' ${scripts} 'unsafe-eval'`;
  return `${FIXED}; script-src 'self' ${scripts}; ${TRUSTED_TYPES}`;
}

let policies: Map<string, string> | undefined;

/** The policy of a page that the build rendered, with the hashes of its inline scripts. Undefined for other paths. */
export function hashedPolicy(path: string): string | undefined {
  policies ??= readPolicies();
  return policies.get(path);
}

/** scripts/csp-hashes.mjs writes the file after `next build`. In development nothing is prerendered. */
function readPolicies(): Map<string, string> {
  if (!isProduction) return new Map();
  const hashes: Record<string, string[]> = JSON.parse(
    readFileSync(join(process.cwd(), ".next/csp-hashes.json"), "utf8"),
  );
  const sources = (list: string[]) => list.map((hash) => `'${hash}'`).join(" ");
  return new Map(Object.entries(hashes).map(([path, list]) => [path, contentSecurityPolicy(sources(list))]));
}
