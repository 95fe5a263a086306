/** Where the shop listens, and what to call that. */

/** This machine only, unless the caller says otherwise. Not "localhost": on macOS that is ::1, and 127.0.0.1 would not answer. */
export const loopback = "127.0.0.1";

const everywhere = new Set(["0.0.0.0", "::"]);

/** How a browser on this machine finds a shop that listens on `host`. */
export function nameInUrl(host) {
  if (host === loopback || host === "localhost" || everywhere.has(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

/** A warning for whoever opens a demo to other machines, or null. */
export function warnOfDemo(host, { DEMO }) {
  const isLocal = host === "localhost" || host === "::1" || host.startsWith("127.");
  if (isLocal || DEMO !== "1") return null;
  return `Warning: with DEMO=1 on ${host} whoever reaches this machine can read the mailbox and log in as staff.`;
}

/** Mails and forms must name an address that people can reach: on all addresses at once only SHOP_URL tells which. */
export function lacksShopUrl(host, { DEMO, SHOP_URL = "" }) {
  return everywhere.has(host) && DEMO !== "1" && !SHOP_URL;
}
