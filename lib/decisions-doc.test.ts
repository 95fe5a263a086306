import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

const folder = "docs/decisions";
const files = readdirSync(folder).filter((file) => file !== "README.md");

const shape =
  /^# (\d{4}): .+\n\nDate: \d{4}-\d\d-\d\d\n\nStatus: (?:accepted|superseded by \d{4}|(?:accepted, )?amended by \d{4})\n\n\*\*Context\.\*\* .+\n\n\*\*Decision\.\*\* /;

for (const file of files) {
  test(`decision ${file} has title, date, status, context and decision, and a row in the table`, () => {
    const text = readFileSync(`${folder}/${file}`, "utf8");
    expect(text).toMatch(shape);
    const [title = "", , date = "", , status = ""] = text.split("\n");
    const cells = [title.slice(2, 6), `[${title.slice(8)}](${file})`, date.slice(6), status.slice(8)];
    const row = rows.find((line) => line[0] === cells[0]);
    expect(row).toEqual(cells);
    expect(file.slice(0, 4)).toBe(cells[0]);
  });
}

const rows = readFileSync(`${folder}/README.md`, "utf8")
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | *\|?$/g, "")));

test("the table of decisions has a row for each file and no other, in order", () => {
  expect(rows.map(([number]) => number)).toEqual(files.map((file) => file.slice(0, 4)).sort());
});

test("every decision that a document or a comment names is there", () => {
  const named = execFileSync("git", ["grep", "-nIE", "decisions?[/ ][0-9]{4}"], { encoding: "utf8" });
  const lost = named
    .split("\n")
    .filter((line) =>
      [...line.matchAll(/decisions?[/ ](\d{4})(-[\w-]+\.md)?/g)].some(([, number = "", rest]) =>
        rest ? !existsSync(`${folder}/${number}${rest}`) : !files.some((file) => file.startsWith(number)),
      ),
    );
  expect(lost).toEqual([]);
});
