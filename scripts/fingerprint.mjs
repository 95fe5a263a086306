/** Hashes files and folders, to know whether something made from them is still good. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { inRoot } from "./paths.mjs";

/** One hash over paths below the clone; a missing path counts too. `bySize` trusts names and sizes (photographs). */
export function fingerprint(paths, { bySize = [], except = [] } = {}) {
  const hash = createHash("sha256");
  for (const file of filesBelow(paths, except)) hash.update(`${file}\0`).update(readFileSync(inRoot(file)));
  for (const file of filesBelow(bySize, except)) hash.update(`${file}\0${statSync(inRoot(file)).size}\0`);
  return hash.digest("hex");
}

/** Every file at or below the given paths, with `/` between the parts, in one order on all systems. */
export function filesBelow(paths, except = []) {
  const found = [];
  const visit = (path) => {
    if (except.includes(path) || !existsSync(inRoot(path))) return;
    if (!statSync(inRoot(path)).isDirectory()) found.push(path);
    else for (const name of readdirSync(inRoot(path)).sort()) visit(`${path}/${name}`);
  };
  paths.forEach(visit);
  return found;
}

export function readStamp(path) {
  return existsSync(inRoot(path)) ? readFileSync(inRoot(path), "utf8") : "";
}

export function writeStamp(path, value) {
  mkdirSync(dirname(inRoot(path)), { recursive: true });
  writeFileSync(inRoot(path), value);
}
