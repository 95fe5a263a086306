import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";

// The documents name files, chapters and functions that are there.

const documents = ["README.md", "CONTRIBUTING.md", ...markdownIn("docs"), ...markdownIn("docs/decisions")];

function markdownIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => (name.endsWith(".md") ? [join(folder, name)] : []));
}

/** The anchors of a document, as GitHub makes them of its headings. */
function anchorsOf(document: string): string[] {
  const headings = [...readFileSync(document, "utf8").matchAll(/^#+ (.+)$/gm)];
  return headings.map(([, text = ""]) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\d -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

for (const document of documents) {
  test(`${document} links files and chapters that are there`, () => {
    const links = [...readFileSync(document, "utf8").matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
    for (const [link, path = "", anchor] of links) {
      const target = path === "" ? document : join(dirname(document), decodeURI(path));
      expect(existsSync(target), link).toBe(true);
      if (anchor) expect(anchorsOf(target), link).toContain(anchor);
    }
  });
}

const code = ["app", "components", "lib", "e2e", "prisma", "scripts"]
  .flatMap((root) => readdirSync(root, { recursive: true, encoding: "utf8" }).map((name) => join(root, name)))
  .filter((file) => /\.(tsx?|mjs|prisma)$/.test(file) && !file.includes("generated"))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");
const names = new Set(code.match(/\w+/g));

/** Of decisions decisions-doc.test.ts looks at the part that holds: they also name what was not chosen. */
for (const document of documents.filter((document) => !document.includes("decisions/"))) {
  test(`${document} names functions and fields that the code has`, () => {
    const named = [...readFileSync(document, "utf8").matchAll(/`([a-z]+[A-Z][A-Za-z]*)(?:\(\))?`/g)];
    for (const [, name = ""] of named) expect(names.has(name), name).toBe(true);
  });
}
