/** Writes the hashes of the inline scripts of every prerendered page, which proxy.ts sends as its script policy. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { filesBelow } from "./fingerprint.mjs";
import { inRoot } from "./paths.mjs";

const pages = ".next/server/app";
const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;

/** `.next/csp-hashes.json`: URL path → ["sha256-…"], for `.next/server/app` as `next build` left it. */
export function writeCspHashes() {
  const files = filesBelow([pages]).filter((file) => file.endsWith(".html"));
  const hashes = Object.fromEntries(files.map((file) => [urlPath(file), inlineScriptHashes(file)]));
  writeFileSync(inRoot(".next/csp-hashes.json"), JSON.stringify(hashes));
}

function urlPath(file) {
  const path = file.slice(pages.length, -".html".length);
  return path === "/index" ? "/" : path;
}

function inlineScriptHashes(file) {
  const inline = [...readFileSync(inRoot(file), "utf8").matchAll(script)].filter(
    ([, attributes]) => !/\ssrc=/.test(attributes),
  );
  return [...new Set(inline.map(([, , code]) => `sha256-${createHash("sha256").update(code).digest("base64")}`))];
}
