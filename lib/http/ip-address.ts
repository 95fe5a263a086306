import { isIP, isIPv6 } from "node:net";

/**
 * Returns the client's address from X-Forwarded-For: the entry that the outermost of `proxies` trusted proxies appended.
 * Entries further left are the client's own claim (ASVS 15.3.4). Null when it is no address.
 */
export function trustedAddress(forwardedFor: string | null, proxies: number): string | null {
  const entries = (forwardedFor ?? "").split(",");
  return toAddress(entries[Math.max(0, entries.length - 1 - proxies)] ?? "");
}

/** Removes port, brackets, zone and the IPv6 form of an IPv4 address; null for anything else. */
function toAddress(entry: string): string | null {
  const text = entry.trim().toLowerCase();
  const [, bracketed] = text.match(/^\[([^\]]+)\](?::\d+)?$/) ?? [];
  const [, beforePort] = text.match(/^([\d.]+):\d+$/) ?? [];
  const bare = (bracketed ?? beforePort ?? text).replace(/%.*$/, "").replace(/^::ffff:(?=[\d.]+$)/, "");
  return isIP(bare) ? bare : null;
}

/** A rough place that many share: the /24 of an IPv4, the /48 of an IPv6 address. */
export function networkPrefix(address: string | null): string | null {
  if (!address) return null;
  if (!isIPv6(address)) return `${address.split(".").slice(0, 3).join(".")}.0/24`;
  return `${expand(address).slice(0, 3).join(":")}::/48`;
}

/** The network of one subscriber: an IPv4 address, or the /64 of an IPv6 address. */
export function findSubscriber(address: string | null): string | null {
  if (!address || !isIPv6(address)) return address;
  return `${expand(address).slice(0, 4).join(":")}::/64`;
}

/** The largest network that one customer may have: the /48 around a subscriber's /64. Null for IPv4. */
export function findSite(subscriber: string): string | null {
  const [, site] = subscriber.match(/^([\da-f]+(?::[\da-f]+){2}):[\da-f]+::\/64$/) ?? [];
  return site ? `${site}::/48` : null;
}

/** The groups of an IPv6 address, "::" written out. The last two may be missing or be an IPv4 address. */
function expand(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const before = head ? head.split(":") : [];
  const after = tail ? tail.split(":") : [];
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(0, missing)).fill("0"), ...after];
  return groups.map((group) => group.replace(/^0+(?=.)/, ""));
}

/** Whether a URL's host is this machine itself. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost") || /^(127(\.\d+){3}|\[::1\])$/.test(hostname);
}
