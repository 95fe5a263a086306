import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

// The decisions have one shape, stand in the table, and name what is there.

const folder = "docs/decisions";
const decisions = markdownIn(folder).filter((name) => name !== "README.md");
const numbers = decisions.map((name) => name.slice(0, 4));

const sources = ["app", "components", "lib", "e2e", "prisma", "scripts"].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: "utf8" }).map((name) => join(root, name)),
);
const rootFiles = readdirSync(".").filter((name) => /\.(md|ts|js)$/.test(name));
const documents = [...rootFiles, ...markdownIn("docs").map((name) => join("docs", name))];
const texts = [...documents, ...sources.filter((file) => /\.(tsx?|mjs|prisma|sql)$/.test(file))]
  .filter((file) => !file.includes("generated"))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

function markdownIn(path: string): string[] {
  return readdirSync(path).filter((name) => name.endsWith(".md"));
}

const read = (name: string) => readFileSync(join(folder, name), "utf8");

const shape =
  /^# (\d{4}): (.+)\n\nDate: (\d{4}-\d\d-\d\d)\n\nStatus: (accepted|superseded by \d{4}|amended by \d{4})\n\n\*\*Context\.\*\* .+\n\n\*\*Decision\.\*\* (.+)\n\n\*\*Consequences\.\*\* /;

test("the table of decisions says of each file its number, title, date and status", () => {
  const rows = read("README.md").match(/^\| \d.*$/gm) ?? [];
  const expected = decisions.map((name) => {
    const [, number, title, date, status] = read(name).match(shape) ?? [];
    return `| ${number} | [${title}](${name}) | ${date} | ${status} |`;
  });
  expect(rows.map((row) => row.replace(/ +/g, " "))).toEqual(expected);
  expect(expected.map((row) => row.slice(2, 6))).toEqual(numbers);
});

for (const name of decisions) {
  test(`decision ${name} names functions and fields that are there`, () => {
    const [, , , , , decision = ""] = read(name).match(shape) ?? [];
    const named = [...decision.matchAll(/`([a-z]+[A-Z]\w*)(?:\(\w*\))?`/g)].map(([, found = ""]) => found);
    const code = texts.filter(({ file }) => !file.endsWith(".md"));
    expect(named.filter((found) => !code.some(({ text }) => new RegExp(`\\b${found}\\b`).test(text)))).toEqual([]);
  });
}

test("every decision that a document or a comment names is there", () => {
  const lost = texts.flatMap(({ file, text }) =>
    [...text.matchAll(/decisions?[/ ](\d{4})/g)]
      .filter(([, number = ""]) => !numbers.includes(number))
      .map(([found]) => `${file}: ${found}`),
  );
  expect(lost).toEqual([]);
});
