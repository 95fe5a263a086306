/** Makes the two apps that the bench measures: a copy of the shop with two routes more, and an empty app. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { inRoot } from "../scripts/paths.mjs";
import { Problem } from "../scripts/problem.mjs";
import { run } from "../scripts/processes.mjs";
import { toolEnv } from "../scripts/tools.mjs";

const leftOut = new Set([".git", ".next", ".data", "node_modules", "test-results", "playwright-report"]);

export async function copyShop(folder) {
  mkdirSync(folder);
  for (const name of readdirSync(inRoot())) {
    if (!leftOut.has(name)) cpSync(inRoot(name), join(folder, name), { recursive: true });
  }
  await copyPackages(folder);
}

/** The yardsticks: the least page and the least query, behind the same proxy and layout. */
export function addMeasuredRoutes(folder) {
  write(folder, "app/bench/empty/page.tsx", "export default function Empty() {\n  return null;\n}\n");
  write(
    folder,
    "app/bench/query/route.ts",
    `import { queryPrepared } from "@/lib/db";

export const dynamic = "force-dynamic";

export async function GET() {
  const text = 'SELECT id FROM "Session" WHERE "tokenHash" = $1';
  return Response.json(await queryPrepared({ name: "bench-query", text, values: [Buffer.alloc(32)] }));
}
`,
  );
}

export async function makeEmptyApp(folder) {
  mkdirSync(folder);
  write(folder, "package.json", '{ "private": true, "type": "module" }');
  cpSync(inRoot("next.config.js"), join(folder, "next.config.js"));
  write(
    folder,
    "app/layout.js",
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
  );
  write(folder, "app/page.js", "export default function Page() {\n  return null;\n}\n");
  await copyPackages(folder);
}

export async function buildCopy(folder, script, ...args) {
  const env = toolEnv({ DATABASE_URL: undefined });
  const { code, output } = await run(process.execPath, [join(folder, script), ...args], { cwd: folder, env });
  if (code !== 0) throw new Problem("The copy could not be built: see above.", output);
}

/** The path of some prerendered product. */
export function productPage(folder) {
  const products = join(folder, ".next/server/app/products");
  const file = existsSync(products) && readdirSync(products).find((name) => name.endsWith(".html"));
  if (!file) throw new Problem("The build holds no product page to measure.");
  return `/products/${file.replace(/\.html$/, "")}`;
}

/** What the scripts that a prerendered page names weigh, each as gzip; browsers with modules skip `nomodule`. */
export function scriptBytes(folder, page) {
  const html = readFileSync(join(folder, `.next/server/app${page}.html`), "utf8");
  const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/nomodule/i.test(tag));
  const sources = new Set(tags.flatMap((tag) => tag.match(/\bsrc="\/_next\/([^"?]+)/)?.[1] ?? []));
  return [...sources].reduce((sum, source) => sum + gzipSync(readFileSync(join(folder, ".next", source))).length, 0);
}

/** As hard links where the file system can: the bundler does not follow symbolic links out of an app. */
async function copyPackages(folder) {
  const copy = join(folder, "node_modules");
  const { code } = await run("cp", ["-al", inRoot("node_modules"), copy]);
  if (code === 0) return;
  rmSync(copy, { recursive: true, force: true });
  cpSync(inRoot("node_modules"), copy, { recursive: true, verbatimSymlinks: true });
}

function write(folder, path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
