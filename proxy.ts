import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { isDatabaseDown } from "@/lib/db/status";
import { env } from "@/lib/env";
import { isReadableCall, isReadableForm } from "@/lib/http/action-calls";
import { contentSecurityPolicy, hashedPolicy } from "@/lib/http/content-security-policy";
import { callsUnknownAction } from "@/lib/http/known-actions";
import { isSameOrigin } from "@/lib/http/same-origin";
import { answerWithPage } from "@/lib/http/static-page";

// Runs before every page: checks where a form comes from, sets the Content-Security-Policy, and answers 503 while the
// database is down. Access is decided next to the data, never here.

export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname } = request.nextUrl;
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (!isRead && !isSameOrigin(request.headers, env().SHOP_URL)) {
    return new NextResponse("This form was not sent from the shop's own pages.", { status: 403 });
  }
  const allowed = pathname.startsWith("/api/") ? [...PAGE_METHODS, "DELETE"] : PAGE_METHODS;
  if (!allowed.includes(request.method)) {
    return new NextResponse("There is nothing here that could be done in this way.", {
      status: 405,
      headers: { allow: allowed.join(", ") },
    });
  }
  const form = await readForm(request);
  const action = isRead ? null : request.headers.get("next-action");
  if (action !== null && form !== "broken" && !isReadableCall(action, form ?? (await request.clone().text()))) {
    return new NextResponse("That is not what the shop's own pages send. Nothing was done with it.", { status: 400 });
  }
  if (form === "broken" || (form && action === null && !isReadableForm(form))) {
    return answerWithPage({ path: "/broken-form", status: 400 }) ?? new NextResponse(null, { status: 400 });
  }
  // The page is older than the build: it is shown again. Pages with script notice it themselves
  // (components/session/outdated-build.ts).
  if (form && action === null && callsUnknownAction(form)) {
    return NextResponse.redirect(request.nextUrl, 303);
  }

  if (isDatabaseDown() && needsDatabase(request)) {
    const unavailable = answerWithPage({ path: "/unavailable", status: 503, retryAfter: 5 });
    if (unavailable) return unavailable;
  }

  const hashed = isRead ? hashedPolicy(pathname) : undefined;
  if (hashed) return withPolicy(NextResponse.next(), hashed);

  // Rendered at request time: Next puts the nonce of this header on every script of the page.
  const policy = contentSecurityPolicy(`'nonce-${randomBytes(16).toString("base64")}' 'strict-dynamic'`);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  return withPolicy(NextResponse.next({ request: { headers } }), policy);
}

const PAGE_METHODS = ["GET", "HEAD", "POST"];

/** Reads a form; "broken" when it cannot be parsed, for which Next would answer an empty 500. */
async function readForm(request: NextRequest): Promise<FormData | "broken" | null> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data/i.test(type)) return null;
  return request
    .clone()
    .formData()
    .catch(() => "broken");
}

/**
 * Every page except prerendered ones. Handlers and Server Actions answer themselves, in the form that their caller reads;
 * paths of files have an extension.
 */
function needsDatabase({ nextUrl: { pathname }, headers }: NextRequest): boolean {
  const answersItself = pathname.startsWith("/api/") || headers.has("next-action") || /\.\w+$/.test(pathname);
  return !answersItself && !hashedPolicy(pathname);
}

function withPolicy(response: NextResponse, policy: string): NextResponse {
  response.headers.set("content-security-policy", policy);
  return response;
}

// Not for build output and photographs, which are the same for everybody.
export const config = { matcher: "/((?!_next/static/|photos/).*)" };
