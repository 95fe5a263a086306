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

// "nextjs" is the policy of Next itself, "default" the one of instrumentation-client.ts, which lets the bundler load our
// own chunks and nothing else. In development the tools need more than that.
const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types nextjs default";

/** The policy of a page whose inline scripts are named by `scripts` (a nonce or hashes). */
export function contentSecurityPolicy(scripts: string): string {
  if (!isProduction) return `${FIXED}; script-src 'self' ${scripts} 'unsafe-eval'`;
  return `${FIXED}; script-src 'self' ${scripts}; ${TRUSTED_TYPES}`;
}

let policies: Map<string, string> | undefined;

/** The policy of a page that the build rendered, by its path: hashes of exactly its inline scripts. */
export function hashedPolicy(path: string): string | undefined {
  policies ??= readPolicies();
  return policies.get(path);
}

/** Written after `next build` by scripts/csp-hashes.mjs. In development nothing is prerendered. */
function readPolicies(): Map<string, string> {
  if (!isProduction) return new Map();
  const hashes: Record<string, string[]> = JSON.parse(
    readFileSync(join(process.cwd(), ".next/csp-hashes.json"), "utf8"),
  );
  const sources = (list: string[]) => list.map((hash) => `'${hash}'`).join(" ");
  return new Map(Object.entries(hashes).map(([path, list]) => [path, contentSecurityPolicy(sources(list))]));
}
