import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hashedPolicy } from "@/lib/content-security-policy";
import { isProduction } from "@/lib/env";

const PATH = "/unavailable";

let html: string | undefined;

/**
 * The page of app/unavailable as the build rendered it, as an answer of its own: a rewrite to it would lose the status
 * 503. Undefined in development, where nothing is prerendered.
 */
export function answerUnavailable(): Response | undefined {
  const policy = hashedPolicy(PATH);
  if (!isProduction || !policy) return undefined;
  html ??= readFileSync(join(process.cwd(), `.next/server/app${PATH}.html`), "utf8");
  return new Response(html, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "cache-control": "private, no-store",
      "retry-after": "5",
    },
  });
}
