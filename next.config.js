/** @type {import("next").NextConfig} */
const config = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Builds from the same files are one build to every tab (docs/decisions/0023); null: a name of Next's own making.
  generateBuildId: () => process.env.BUILD_NAME || null,
  experimental: {
    // app/global-not-found.tsx: a 404 that can be read without a script.
    globalNotFound: true,
    // Of what is longer Next would hand on the beginning: lib/http/body-limit.ts refuses it earlier, at less than this.
    serverActions: { bodySizeLimit: "160kb" },
    proxyClientMaxBodySize: "160kb",
  },
  serverExternalPackages: ["@node-rs/argon2", "nodemailer"],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "x-content-type-options", value: "nosniff" },
        // Forms send an Origin only while the referrer stays within the shop; "no-referrer" would make it null.
        { key: "referrer-policy", value: "same-origin" },
        { key: "cross-origin-opener-policy", value: "same-origin" },
        { key: "permissions-policy", value: "camera=(), geolocation=(), microphone=()" },
      ],
    },
    // Pages whose address holds a secret: no request of theirs repeats it. "strict-origin" leaves forms their Origin.
    ...[
      { source: "/orders/:number", has: [{ type: "query", key: "key" }] },
      { source: "/:page(login/link|reset-password|restore-email|verify-email)/:token" },
    ].map((page) => ({ ...page, headers: [{ key: "referrer-policy", value: "strict-origin" }] })),
    // Files, which proxy.ts leaves alone: what stands below their folders and is no file meets the page for lost visitors.
    ...["/photos/:path*", "/_next/static/:path*"].map((source) => ({
      source,
      headers: [
        { key: "content-security-policy", value: "default-src 'self'; object-src 'none'; frame-ancestors 'none'" },
      ],
    })),
    {
      source: "/photos/:path*",
      headers: [{ key: "cache-control", value: "public, max-age=31536000, immutable" }],
    },
  ],
};

export default config;
