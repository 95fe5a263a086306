import { type IncomingMessage, ServerResponse } from "node:http";
import { unavailableDigest } from "@/lib/db/status";
import { staticPage } from "./static-page";

// For a page, action or handler that throws Unavailable, Next answers 500 with an empty document. This turns it into a
// 503 with an explanation (docs/decisions/0015).

const HEADER = "x-shop-request";
const RETRY_AFTER = 5;

const open = new Map<string, ServerResponse>();
const unavailable = new WeakSet<ServerResponse>();
let count = 0;

/** Watches the answer to a request, to replace it when `markUnavailable` says so. */
export function watchAnswer(request: IncomingMessage, response: ServerResponse): void {
  const number = String(++count);
  request.headers[HEADER] = number;
  open.set(number, response);
  response.once("close", () => open.delete(number));
  replaceWhenUnavailable(response);
}

/** Marks a request as failed for lack of the database. instrumentation.ts calls this before Next answers. */
export function markUnavailable(error: unknown, headers: NodeJS.Dict<string | string[]>): void {
  const response = open.get(String(headers[HEADER]));
  if (response && isUnavailable(error)) unavailable.add(response);
}

/** Whether an error is Unavailable. By its digest, since Next bundles the class several times and React rebuilds the error. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof Error && "digest" in error && error.digest === unavailableDigest;
}

type Writer = (...args: unknown[]) => unknown;

/** Decides when the first byte is about to be sent; of an answer that was replaced, what Next writes is dropped. */
function replaceWhenUnavailable(response: ServerResponse) {
  let decided: "not yet" | "as it is" | "replaced" = "not yet";
  for (const method of ["writeHead", "write", "end", "flushHeaders"] as const) {
    const original = response[method].bind(response) as Writer;
    const writer: Writer = (...args) => {
      if (decided === "not yet") {
        decided = "as it is";
        const status = method === "writeHead" ? Number(args[0]) : response.statusCode;
        if (status === 500 && unavailable.has(response) && !response.headersSent) {
          if (sendPage(response)) decided = "replaced";
          else args = becomeUnavailable(response, method, args);
        }
      }
      if (decided === "replaced") return method === "write" ? true : response;
      return original(...args);
    };
    Object.assign(response, { [method]: writer });
  }
}

/** What a script or a program reads keeps its body and gets another status. */
function becomeUnavailable(response: ServerResponse, method: string, args: unknown[]): unknown[] {
  response.statusCode = 503;
  response.setHeader("retry-after", RETRY_AFTER);
  return method === "writeHead" ? [503, ...args.slice(1).filter((arg) => typeof arg !== "string")] : args;
}

/** Sends the prebuilt page instead of an HTML page. False for actions, handlers and the router's requests. */
function sendPage(response: ServerResponse): boolean {
  if (!String(response.getHeader("content-type")).startsWith("text/html")) return false;
  const page = staticPage({ path: "/unavailable", retryAfter: RETRY_AFTER });
  if (!page) return false;
  for (const name of ["content-encoding", "transfer-encoding", "etag"]) response.removeHeader(name);
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
  response.setHeader("content-length", Buffer.byteLength(page.html));
  // Past the response's own methods, which compression has replaced.
  Reflect.apply(ServerResponse.prototype.writeHead, response, [503]);
  Reflect.apply(ServerResponse.prototype.end, response, [page.html]);
  return true;
}
