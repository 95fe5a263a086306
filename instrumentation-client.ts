// Under Trusted Types the bundler's runtime may load the build's own chunks and nothing else becomes a script's URL.

type TrustedTypes = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown };

const CHUNKS = "/_next/static/";

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy("default", {
  createScriptURL(url) {
    const { origin, pathname } = new URL(url, location.origin);
    if (origin === location.origin && pathname.startsWith(CHUNKS)) return url;
    throw new TypeError(`Not a script of this shop: ${url}`);
  },
});
