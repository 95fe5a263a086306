import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/lib/env";

// What happens to every request of this process before Next sees it: docs/decisions/0014.

type RequestStart = { request: IncomingMessage; response: ServerResponse };

/** Begins to note where requests come from and, on https, to ask browsers to stay there. */
export function watchIncoming(): void {
  const hsts = strictTransportSecurity(env().SHOP_URL);
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as RequestStart;
    appendSocketAddress(request);
    if (hsts) response.setHeader("strict-transport-security", hsts);
  });
}

/**
 * Appends the socket's address to X-Forwarded-For, as every proxy does. Next would take a client's own header at face
 * value and adds the socket's address only where there is none.
 */
function appendSocketAddress({ headers, socket }: IncomingMessage) {
  const claimed = headers["x-forwarded-for"];
  headers["x-forwarded-for"] = [claimed, socket.remoteAddress ?? "unknown"].flat().filter(Boolean).join(", ");
}

/** A year, and for the hosts below as well (ASVS 3.4.1, RFC 6797). Null on http and on localhost, which others use too. */
export function strictTransportSecurity(shopUrl: string): string | null {
  const { protocol, hostname } = new URL(shopUrl);
  const isLocal = hostname === "localhost" || hostname.endsWith(".localhost") || /^(127\.|\[)/.test(hostname);
  return protocol === "https:" && !isLocal ? "max-age=31536000; includeSubDomains" : null;
}
