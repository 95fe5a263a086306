// Sets a cookie and removes it in one answer: docs/decisions/0040.

const name = "__Host-Http-passing";
const attributes = "Path=/; Secure; HttpOnly; SameSite=Lax";

/** Keeps Chromium from storing the page that asks: it stores no `no-store` page whose cookies changed while it was open. */
export function GET(): Response {
  const headers = new Headers({ "cache-control": "private, no-store" });
  headers.append("set-cookie", `${name}=1; ${attributes}`);
  headers.append("set-cookie", `${name}=; ${attributes}; Max-Age=0`);
  return new Response(null, { status: 204, headers });
}
