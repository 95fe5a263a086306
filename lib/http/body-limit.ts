import type { IncomingMessage, Server, ServerResponse } from "node:http";

// The largest request body that this process reads, for any address (docs/decisions/0045).

/** More than any form of the shop has. The limit in next.config.js is a little higher, since Next cuts forms off silently. */
export const MAX_BODY_BYTES = 128 * 1024;

/** The answer to a body that is longer. */
export const bodyTooLong = "That was more than we can take in. Nothing was changed: please go back and send less.";

/** The client may still be sending: closing the socket at once would lose the answer. */
const LINGER_MS = 5_000;

const limited = new WeakSet<Server>();

/** Refuses requests that announce a long body, and cuts those that announce no length. */
export function limitBodies(server: Server): void {
  if (limited.has(server)) return;
  limited.add(server);
  const listeners = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES) return refuse(request, response);
    if (request.headers["transfer-encoding"] !== undefined) cutWhenTooLong(request, response);
    for (const listener of listeners) listener.call(server, request, response);
  });
}

/** Counts in `push`, where Node delivers the body, since reading it here would take it away from Next. */
function cutWhenTooLong(request: IncomingMessage, response: ServerResponse) {
  const push = request.push.bind(request);
  let bytes = 0;
  request.push = (chunk: Buffer | null) => {
    bytes += chunk?.length ?? 0;
    if (bytes <= MAX_BODY_BYTES) return push(chunk);
    refuse(request, response);
    return true;
  };
}

const answer = [
  "HTTP/1.1 413 Content Too Large",
  "Content-Type: text/plain; charset=utf-8",
  `Content-Length: ${Buffer.byteLength(bodyTooLong)}`,
  "X-Content-Type-Options: nosniff",
  "Cache-Control: no-store",
  "Connection: close",
  "",
  bodyTooLong,
].join("\r\n");

/** Answers on the socket, since Next may be waiting for the body, and drops what still comes. */
function refuse(request: IncomingMessage, response: ServerResponse) {
  const { socket } = request;
  if (response.headersSent || response.socket !== socket) return socket.destroy();
  const linger = setTimeout(() => socket.destroy(), LINGER_MS).unref();
  request.push = (chunk: Buffer | null) => {
    // The end of the body: the client has sent everything.
    if (chunk === null) socket.destroySoon();
    return true;
  };
  socket.once("close", () => clearTimeout(linger));
  socket.end(answer);
}
