/** Looks for what breaks an invariant, file by file. */
import { readFileSync } from "node:fs";
import { filesBelow } from "./fingerprint.mjs";
import { invariants } from "./invariants.mjs";
import { inRoot } from "./paths.mjs";

const folders = ["app", "components", "lib", "e2e", "bench", "scripts", "prisma"];
const rootFiles = [
  "proxy.ts",
  "instrumentation.ts",
  "next.config.js",
  "playwright.config.ts",
  "prisma.config.ts",
  "package.json",
];
const readable = /\.(ts|tsx|js|mjs|css|json)$/;

/** One line per breach, `file:line says (what stands there)`; none when all is well. */
export function brokenInvariants() {
  const files = filesBelow([...folders, ...rootFiles], ["lib/generated"]).filter((file) => readable.test(file));
  return files.flatMap((file) => {
    const text = readFileSync(inRoot(file), "utf8");
    const code = withoutComments(text);
    return invariants
      .filter(({ where, but = [] }) => where.test(file) && !but.some((exception) => exception.test(file)))
      .flatMap(({ says, never, comments }) =>
        [...(comments ? text : code).matchAll(never)].map((match) => {
          const line = text.slice(0, match.index + match[0].length).split("\n").length;
          return `${file}:${line}  ${says}  (${match[0].trim().split("\n").pop().trim()})`;
        }),
      );
  });
}

/** Blanks comments and keeps the lines where they are. */
function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, " "));
}
