import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

const rows = readFileSync("docs/security.md", "utf8")
  .split("\n")
  .filter((line) => /^\| (?!what holds |--)/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, what = "", where = "", proof = ""]) => ({ what, where, proof }));

const linked = (cell: string) => [...cell.matchAll(/\]\(([^)]+)\)/g)].map(([, path = ""]) => join("docs", path));

/** Each spec of a cell with the parts of titles that follow it. */
const specsOf = (proof: string) =>
  proof.split(/, (?=\[)/).map((one) => ({
    spec: linked(one)[0] ?? "",
    titles: [...one.matchAll(/“([^”]+)”/g)].map(([, title = ""]) => title),
  }));

test("the tables of requirements have their rows and tests", () => {
  expect(rows.length).toBeGreaterThan(70);
  expect(rows.flatMap(({ proof }) => specsOf(proof).flatMap(({ titles }) => titles)).length).toBeGreaterThan(120);
});

for (const { what, where, proof } of rows) {
  test(`requirement "${what}" names files that are there, and tests, each by words that its spec has only once`, () => {
    expect(linked(where).length).toBeGreaterThan(0);
    for (const file of linked(where)) expect(existsSync(file), file).toBe(true);
    for (const { spec, titles } of specsOf(proof)) {
      expect(spec).toMatch(/\.(spec|test)\.ts$/);
      expect(titles.length, spec).toBeGreaterThan(0);
      const text = readFileSync(spec, "utf8");
      for (const title of titles) expect(text.split(title).length - 1, `${spec}: ${title}`).toBe(1);
    }
  });
}
