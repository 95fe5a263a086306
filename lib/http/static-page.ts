import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isProduction } from "@/lib/env";
import { hashedPolicy } from "./content-security-policy";

type StaticPage = { path: "/unavailable" | "/broken-form"; retryAfter?: number };

const pages = new Map<string, string>();

/**
 * Answers with a page that the build rendered; a rewrite to it would lose the status. Undefined in development, where
 * nothing is prerendered. `retryAfter`: seconds.
 */
export function answerWithPage({ status, ...page }: StaticPage & { status: number }): Response | undefined {
  const found = staticPage(page);
  return found && new Response(found.html, { status, headers: found.headers });
}

/** The same page as text and headers. */
export function staticPage({ path, retryAfter }: StaticPage) {
  const policy = hashedPolicy(path);
  if (!isProduction || !policy) return undefined;
  const headers: Record<string, string> = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
    "cache-control": "private, no-store",
  };
  if (retryAfter) headers["retry-after"] = String(retryAfter);
  return { html: readPage(path), headers };
}

function readPage(path: string): string {
  const html = pages.get(path) ?? readFileSync(join(process.cwd(), `.next/server/app${path}.html`), "utf8");
  pages.set(path, html);
  return html;
}
