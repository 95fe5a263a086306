import { readFileSync } from "node:fs";

const readBuilt = (file: string) => JSON.parse(readFileSync(new URL(`../../.next/${file}`, import.meta.url), "utf8"));

const manifest: { routes: Record<string, unknown> } = readBuilt("prerender-manifest.json");
const folders: Record<string, string> = readBuilt("app-path-routes-manifest.json");

/** The pages that the build rendered and anybody can ask for: the same bytes for everyone. */
export const staticPages = Object.keys(manifest.routes).filter((path) => !path.startsWith("/_") && !path.includes("."));

/** Rendered at request time, and open to everybody. */
export const dynamicPages = ["/cart", "/login", "/register", "/session"];

export const unknownPage = "/no-such-page";

/** Every page and handler that the build knows, "[…]" for what differs. */
export const routes = Object.values(folders).filter((route) => !route.startsWith("/_"));

const references: { node: Record<string, { exportedName: string; filename: string }> } = readBuilt(
  "server/server-reference-manifest.json",
);

/** The ids of all actions that the build knows, by folder and name: "cart addToCart". */
export const actions = Object.fromEntries(
  Object.entries(references.node).map(([id, { exportedName, filename }]) => [
    `${filename.replace(/^app\/|\/actions\.ts$/g, "")} ${exportedName}`,
    id,
  ]),
);
