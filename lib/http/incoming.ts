import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { env } from "@/lib/env";
import { logInfo } from "@/lib/log";
import { limitBodies } from "./body-limit";
import { isLoopbackHost } from "./ip-address";
import { watchAnswer } from "./unavailable-answers";

// Changes every request before Next sees it: docs/decisions/0014, 0015 and 0058.

type RequestStart = { request: IncomingMessage; response: ServerResponse; server: Server };

/** Makes every request safe to read, limits its body, and on https sends HSTS. */
export function watchIncoming(): void {
  const shop = new URL(env().SHOP_URL);
  const hsts = strictTransportSecurity(shop.href);
  subscribe("http.server.request.start", (message) => {
    const { request, response, server } = message as RequestStart;
    shapeRequest(request, shop);
    watchAnswer(request, response);
    if (hsts) response.setHeader("strict-transport-security", hsts);
    answerUnreadable(server);
    limitBodies(server);
  });
}

type Incoming = Pick<IncomingMessage, "headers" | "method" | "url"> & { socket: { remoteAddress?: string } };

/** Changes a request in place, so that it can neither confuse Next or the shop nor keep them busy. */
export function shapeRequest(request: Incoming, shop: URL): void {
  cutHeaders(request.headers);
  appendSocketAddress(request);
  nameShop(request.headers, shop);
  request.url = readableUrl(request.url ?? "/");
  // A page and a handler cannot share a path; a rewrite in proxy.ts would send the request to this server a second time.
  if (request.method === "POST" && request.url === "/logout") request.url = "/api/logout";
  // Next fails on TRACE; proxy.ts answers an unknown method with 405.
  if (request.method === "TRACE") request.method = "UNKNOWN";
}

/** How many characters of a header are kept. Next tests the user agent with patterns that take quadratic time. */
const LONGEST = 2_000;
const LONGEST_USER_AGENT = 500;
/** Headers that may be long and are read in linear time: the router's state, and the cookies of a whole domain. */
const WHOLE = new Set(["cookie", "next-router-state-tree"]);

function cutHeaders(headers: Incoming["headers"]) {
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value !== "string" || value.length <= LONGEST_USER_AGENT || WHOLE.has(name)) continue;
    // Proxies append, so only the end can be trusted.
    if (name === "x-forwarded-for") headers[name] = value.slice(-LONGEST);
    else headers[name] = value.slice(0, name === "user-agent" ? LONGEST_USER_AGENT : LONGEST);
  }
}

/**
 * Appends the socket's address to X-Forwarded-For, as every proxy does. Next adds it only where the header is missing,
 * and would trust a header that the client sent.
 */
function appendSocketAddress({ headers, socket }: Incoming) {
  const claimed = headers["x-forwarded-for"];
  headers["x-forwarded-for"] = [claimed, socket.remoteAddress ?? "unknown"].flat().filter(Boolean).join(", ");
}

/**
 * Sets Host, X-Forwarded-Host and -Proto from SHOP_URL, whatever a proxy made of them: Next compares them with a form's
 * Origin and refuses a difference. If the browser says that a form is same-origin, the Origin is used instead, so that
 * another address of the same shop works, such as 127.0.0.1.
 */
function nameShop(headers: Incoming["headers"], shop: URL) {
  const { origin } = headers;
  const isVouchedFor = headers["sec-fetch-site"] === "same-origin" && origin !== undefined && URL.canParse(origin);
  const page = isVouchedFor ? new URL(origin) : shop;
  if (page.origin !== shop.origin) tellOtherAddress(page, shop);
  headers.host = page.host;
  headers["x-forwarded-host"] = page.host;
  headers["x-forwarded-proto"] = shop.protocol.slice(0, -1);
  delete headers["x-forwarded-port"];
}

let isTold = false;

function tellOtherAddress(page: URL, shop: URL) {
  if (isTold) return;
  isTold = true;
  logInfo(
    "People use the shop at another address than SHOP_URL, which mails link to: set SHOP_URL to the one they use",
    {
      used: page.origin.slice(0, 200),
      SHOP_URL: shop.origin,
    },
  );
}

/** Encodes a path that cannot be decoded ("/orders/%"), so that it is a page not found; Next would answer an empty 500. */
function readableUrl(url: string): string {
  const [path = ""] = url.split("?", 1);
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return path.replaceAll("%", "%25") + url.slice(path.length);
  }
}

/** HSTS for a year, with subdomains (ASVS 3.4.1, RFC 6797). Null on http, and on localhost, which other programs use too. */
export function strictTransportSecurity(shopUrl: string): string | null {
  const { protocol, hostname } = new URL(shopUrl);
  return protocol === "https:" && !isLoopbackHost(hostname) ? "max-age=31536000; includeSubDomains" : null;
}

const answering = new WeakSet<Server>();

const headersTooLong =
  "Your browser sent more cookies than we can read. Please delete the cookies of this site, then open it again.";

const refusals: Record<string, string> = {
  HPE_HEADER_OVERFLOW: `431 Request Header Fields Too Large\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(headersTooLong)}\r\n\r\n${headersTooLong}`,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Content Too Large\r\n\r\n",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout\r\n\r\n",
};

/** Explains in a sentence that a browser sent too many cookies; answers other broken requests as Node does. */
function answerUnreadable(server: Server) {
  if (answering.has(server)) return;
  answering.add(server);
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
    const refusal = refusals[error.code ?? ""] ?? "400 Bad Request\r\n\r\n";
    socket.end(`HTTP/1.1 ${refusal.replace("\r\n", "\r\nConnection: close\r\n")}`);
  });
}
