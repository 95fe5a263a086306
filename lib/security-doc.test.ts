import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

const rows = readFileSync("docs/security.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .slice(2)
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, id = "", what = "", where = "", proof = ""]) => ({ id, what, where, proof }));

const linked = (cell: string) => [...cell.matchAll(/\]\(([^)]+)\)/g)].map(([, path = ""]) => join("docs", path));

test("the table of requirements has its rows", () => {
  expect(rows.length).toBeGreaterThan(40);
});

for (const { id, what, where, proof } of rows) {
  test(`requirement ${id} (${what}) names files that are there and a test that is in one of them`, () => {
    expect(linked(where).length).toBeGreaterThan(0);
    for (const file of [...linked(where), ...linked(proof)]) expect(existsSync(file), file).toBe(true);
    const [spec = ""] = linked(proof);
    expect(spec).toMatch(/\.(spec|test)\.ts$/);
    const [, title = ""] = proof.match(/“(.+)”/) ?? [];
    expect(readFileSync(spec, "utf8")).toContain(title);
  });
}
