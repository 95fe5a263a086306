/**
 * Whether a request comes from the shop's own pages: `Sec-Fetch-Site: same-origin`, or without that header an `Origin`
 * equal to the shop's. SameSite=Lax alone would let a foreign top-level POST reach the handlers, without the cookie but
 * able to clear it (OWASP Cross-Site Request Forgery Prevention, "Fetch Metadata").
 */
export function isSameOrigin(headers: Headers, shopUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  return headers.get("origin") === new URL(shopUrl).origin;
}
