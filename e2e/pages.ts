import { readFileSync } from "node:fs";

const manifest: { routes: Record<string, unknown> } = JSON.parse(
  readFileSync(new URL("../.next/prerender-manifest.json", import.meta.url), "utf8"),
);

/** The pages that the build rendered and anybody can ask for: the same bytes for everyone. */
export const staticPages = Object.keys(manifest.routes).filter((path) => !path.startsWith("/_") && !path.includes("."));

/** Rendered at request time, and open to everybody. */
export const dynamicPages = ["/cart", "/login", "/register", "/session"];

export const unknownPage = "/no-such-page";
