const PLACEHOLDER = "http://shop.invalid";

/**
 * Where to go after logging in: the path asked for if it lies within this shop, else "/" (ASVS 3.7.2). Whatever browsers
 * would read as another origin is refused: `//host`, `/\host`, schemes, control characters.
 */
export function safeNextPath(value: unknown): string {
  if (typeof value !== "string" || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(value)) return "/";
  if (!URL.canParse(value, PLACEHOLDER)) return "/";
  const url = new URL(value, PLACEHOLDER);
  return url.origin === PLACEHOLDER ? url.pathname + url.search + url.hash : "/";
}
