import { coverPage } from "@/components/session/page-cover";

// Whatever page the browser puts away comes back covered, from the first moment on: components/session/restored-page.ts.
addEventListener("pagehide", coverPage);

// Under Trusted Types the bundler's runtime may load the build's own chunks and nothing else becomes a script's URL or markup.

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
  // The page that Next shows when its router fails sets its styles so. Text without a tag makes no element.
  createHTML(html) {
    if (!html.includes("<")) return html;
    throw new TypeError("Not a text");
  },
});
