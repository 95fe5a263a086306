import { coverPage } from "@/components/session/page-cover";

// A page that the browser stores comes back covered: components/session/restored-page.ts.
addEventListener("pagehide", coverPage);

// Trusted Types: the bundler may load the build's own chunks; nothing else becomes a script's URL or markup.

type Rules = { createScriptURL(url: string): string; createHTML(html: string): string };
type TrustedTypes = { createPolicy(name: string, rules: Rules): unknown };

const CHUNKS = "/_next/static/";

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy("default", {
  createScriptURL(url) {
    const { origin, pathname } = new URL(url, location.origin);
    if (origin === location.origin && pathname.startsWith(CHUNKS)) return url;
    throw new TypeError(`Not a script of this shop: ${url}`);
  },
  // Next's own error page sets its styles this way. Text without "<" makes no element.
  createHTML(html) {
    if (!html.includes("<")) return html;
    throw new TypeError("Not a text");
  },
});
