import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hashedPolicy } from "@/lib/content-security-policy";
import { isProduction } from "@/lib/env";

type StaticPage = { path: "/unavailable" | "/broken-form"; status: number; retryAfter?: number };

const pages = new Map<string, string>();

/**
 * A page that the build rendered, as an answer of its own: a rewrite to it would lose the status. Undefined in
 * development, where nothing is prerendered. `retryAfter`: seconds.
 */
export function answerWithPage({ path, status, retryAfter }: StaticPage): Response | undefined {
  const policy = hashedPolicy(path);
  if (!isProduction || !policy) return undefined;
  const headers = new Headers({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
    "cache-control": "private, no-store",
  });
  if (retryAfter) headers.set("retry-after", String(retryAfter));
  return new Response(readPage(path), { status, headers });
}

function readPage(path: string): string {
  const html = pages.get(path) ?? readFileSync(join(process.cwd(), `.next/server/app${path}.html`), "utf8");
  pages.set(path, html);
  return html;
}
