const PLACEHOLDER = "http://shop.invalid";

/**
 * Returns the path asked for if it lies within this shop, or else "/" (ASVS 3.7.2). Refuses everything that a browser
 * reads as another origin: `//host`, `/\host`, schemes, control characters, and `/..//host`, which becomes `//host` when
 * its dots are resolved.
 */
export function safeNextPath(value: unknown): string {
  if (!isLocalPath(value) || !URL.canParse(value, PLACEHOLDER)) return "/";
  const { origin, pathname, search, hash } = new URL(value, PLACEHOLDER);
  const path = pathname + search + hash;
  return origin === PLACEHOLDER && isLocalPath(path) ? path : "/";
}

function isLocalPath(value: unknown): value is string {
  return typeof value === "string" && /^\/(?!\/)[^\\\p{Cc}]*$/u.test(value);
}

/** The path of the login page, which leads on to `next`. */
export function loginPath(next: string): string {
  return `/login?next=${encodeURIComponent(next)}`;
}
