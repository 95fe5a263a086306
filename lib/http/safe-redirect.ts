const PLACEHOLDER = "http://shop.invalid";

/**
 * Where to go after logging in: the path asked for if it lies within this shop, else "/" (ASVS 3.7.2). Whatever browsers
 * would read as another origin is refused: `//host`, `/\host`, schemes, control characters, and `/..//host`, which
 * becomes `//host` only when its dots are resolved.
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

/** The login page, which leads on to `next`. */
export function loginPath(next: string): string {
  return `/login?next=${encodeURIComponent(next)}`;
}
