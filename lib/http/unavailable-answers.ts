import { type IncomingMessage, ServerResponse } from "node:http";
import { unavailableDigest } from "@/lib/db/status";
import { staticPage } from "./static-page";

// A page, an action or a handler that met Unavailable is a 500 to Next, with an empty document. Here it becomes a 503
// with words: docs/decisions/0059.

const HEADER = "x-shop-request";
const RETRY_AFTER = 5;

const open = new Map<string, ServerResponse>();
const unavailable = new WeakSet<ServerResponse>();
let count = 0;

/** Begins to watch what is answered to a request. */
export function watchAnswer(request: IncomingMessage, response: ServerResponse): void {
  const number = String(++count);
  request.headers[HEADER] = number;
  open.set(number, response);
  response.once("close", () => open.delete(number));
  replaceWhenUnavailable(response);
}

/** Next tells of an error before it answers (instrumentation.ts). */
export function noteError(error: unknown, headers: NodeJS.Dict<string | string[]>): void {
  const response = open.get(String(headers[HEADER]));
  if (response && isUnavailable(error)) unavailable.add(response);
}

/** By its digest: Next bundles the class more than once, and hands on what React made of the error. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof Error && "digest" in error && error.digest === unavailableDigest;
}

type Writer = (...args: unknown[]) => unknown;

/** Looks at an answer when its first word is about to leave; what Next writes of a replaced one goes nowhere. */
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

/** What the browser's script or a program reads stays as it is, but for its status. */
function becomeUnavailable(response: ServerResponse, method: string, args: unknown[]): unknown[] {
  response.statusCode = 503;
  response.setHeader("retry-after", RETRY_AFTER);
  return method === "writeHead" ? [503, ...args.slice(1).filter((arg) => typeof arg !== "string")] : args;
}

/** The page that the build made, where a person was to see a page; false for actions, handlers and the router. */
function sendPage(response: ServerResponse): boolean {
  if (!String(response.getHeader("content-type")).startsWith("text/html")) return false;
  const page = staticPage({ path: "/unavailable", retryAfter: RETRY_AFTER });
  if (!page) return false;
  for (const name of ["content-encoding", "transfer-encoding", "etag"]) response.removeHeader(name);
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
  response.setHeader("content-length", Buffer.byteLength(page.html));
  // Not by the response's own methods: compression has put itself in front of them.
  Reflect.apply(ServerResponse.prototype.writeHead, response, [503]);
  Reflect.apply(ServerResponse.prototype.end, response, [page.html]);
  return true;
}
