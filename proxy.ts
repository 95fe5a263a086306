import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { isDatabaseDown } from "@/lib/availability";
import { contentSecurityPolicy, hashedPolicy } from "@/lib/content-security-policy";
import { env } from "@/lib/env";
import { isSameOrigin } from "@/lib/same-origin";
import { answerUnavailable } from "@/lib/unavailable-page";
import { refused } from "@/words/site";

// Before every page: who may post, which scripts may run, and whether there is a database to ask. Who may see what is
// decided next to the data, never here.

export function proxy(request: NextRequest): Response {
  const { pathname } = request.nextUrl;
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (!isRead && !isSameOrigin(request.headers, env().SHOP_URL)) {
    return new NextResponse(refused, { status: 403 });
  }
  if (request.method === "POST" && pathname === "/logout") {
    return NextResponse.rewrite(new URL("/api/logout", request.url));
  }

  if (isDatabaseDown() && needsDatabase(request)) {
    const unavailable = answerUnavailable();
    if (unavailable) return unavailable;
  }

  const hashed = isRead ? hashedPolicy(pathname) : undefined;
  if (hashed) return withPolicy(NextResponse.next(), hashed);

  // Rendered at request time: Next puts the nonce it reads here on every script of the page.
  const policy = contentSecurityPolicy(`'nonce-${randomBytes(16).toString("base64")}' 'strict-dynamic'`);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  return withPolicy(NextResponse.next({ request: { headers } }), policy);
}

/**
 * Every page but the prerendered ones. Handlers and Server Actions answer for themselves, in a form that who asks can
 * read; files have an extension.
 */
function needsDatabase({ nextUrl: { pathname }, headers }: NextRequest): boolean {
  const answersItself = pathname.startsWith("/api/") || headers.has("next-action") || /\.\w+$/.test(pathname);
  return !answersItself && !hashedPolicy(pathname);
}

function withPolicy(response: NextResponse, policy: string): NextResponse {
  response.headers.set("content-security-policy", policy);
  return response;
}

// Build output and photographs are the same for everybody.
export const config = { matcher: "/((?!_next/static/|photos/).*)" };
