/**
 * `npm run mutants`: puts faults into the shop, one at a time, and runs the tests that should notice them. Words choose
 * faults by their names, `-- session/store lock`; --list only lists, --sample=20 takes as many, chosen by --seed=1.
 */
import "../require-node.mjs";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { copyShop } from "../../bench/apps.mjs";
import { installIfNeeded } from "../install.mjs";
import { atEnd, lifetime } from "../lifetime.mjs";
import { systemFolder } from "../paths.mjs";
import { isRoot } from "../postgres-binaries.mjs";
import { Problem } from "../problem.mjs";
import { launch } from "../processes.mjs";
import { toolEnv } from "../tools.mjs";
import { instrument } from "./instrument.mjs";

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const option = (name) => process.argv.find((word) => word.startsWith(`--${name}=`))?.split("=")[1];

lifetime(async () => {
  await installIfNeeded();
  const { listFaults } = await import("./catalogue.mjs");
  const all = listFaults();
  const faults = choose(all);
  if (process.argv.includes("--list")) return print(faults.map(({ id, name }) => `${id}  ${name}\n`).join(""));
  const results = await runAll(await makeCopy(makeFolder(), all), makeFolder(), faults);
  const survivors = results.filter(({ killedBy }) => killedBy === null);
  console.log(`${results.length} faults: ${results.length - survivors.length} noticed, ${survivors.length} survived`);
});

/** Resolves when all of it is written: the process ends right afterwards. */
function print(text) {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}

/** Those whose names contain every word; of these, with --sample=N, N that a seed chooses. */
function choose(all) {
  const named = all.filter(({ name }) => words.every((word) => name.includes(word)));
  const size = Number(option("sample") ?? named.length);
  const seed = Number(option("seed") ?? 1);
  const rank = ({ id }) => (Number(id) * 2_654_435_761 + seed * 40_503) % 4_294_967_296;
  return [...named]
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, size)
    .sort((a, b) => Number(a.id) - Number(b.id));
}

/** Deleted at the end. For root where the user who runs PostgreSQL can read. */
function makeFolder() {
  const parent = isRoot ? systemFolder : tmpdir();
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "mutants-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function makeCopy(folder, all) {
  const copy = join(folder, "shop");
  await copyShop(copy);
  for (const file of new Set(all.map(({ file }) => file))) {
    const path = join(copy, file);
    const faults = all.filter((fault) => fault.file === file);
    writeFileSync(path, instrument(readFileSync(path, "utf8"), faults));
  }
  const config = join(copy, "next.config.js");
  const text = readFileSync(config, "utf8");
  // The switches get in the way of TypeScript's narrowing, and nothing here is to be found by types.
  writeFileSync(
    config,
    text.replace("const config = {", "const config = {\n  typescript: { ignoreBuildErrors: true },"),
  );
  return copy;
}

async function runAll(copy, work, faults) {
  const jobs = join(copy, "jobs.json");
  writeFileSync(jobs, JSON.stringify(faults.map(({ id, suite }) => ({ id, suite }))));
  const names = new Map(faults.map(({ id, name }) => [id, name]));
  const child = launch(process.execPath, [join(copy, "scripts/mutants/run.mjs"), work, jobs], {
    cwd: copy,
    env: toolEnv(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const results = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith("{")) console.log(line);
    else {
      const result = JSON.parse(line);
      results.push(result);
      console.log(
        `${result.killedBy ? "noticed " : "SURVIVED"} ${result.seconds} s  ${names.get(result.id)}${result.killedBy ? `  (${result.killedBy})` : ""}`,
      );
    }
  }
  const { code } = await child.ended;
  if (code !== 0) throw new Problem(`The run ended with code ${code}`);
  return results;
}
