/** `npm test`: sets up whatever is missing and runs every check, on a throw-away database and two servers. */
import "./require-node.mjs";
import { cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brokenInvariants } from "./broken-invariants.mjs";
import { findBrowser } from "./browser.mjs";
import { bringUpToDate } from "./database.mjs";
import { buildIfNeeded } from "./fresh-build.mjs";
import { generateClientIfNeeded, takeSnapshot } from "./generate.mjs";
import { installIfNeeded } from "./install.mjs";
import { atEnd, lifetime } from "./lifetime.mjs";
import { inRoot, systemFolder } from "./paths.mjs";
import { answers, freePort } from "./ports.mjs";
import { isRoot } from "./postgres-binaries.mjs";
import { startCluster, stopCluster } from "./postgres-cluster.mjs";
import { Problem } from "./problem.mjs";
import { stop } from "./processes.mjs";
import { claim } from "./run-record.mjs";
import { makeSecrets } from "./secrets.mjs";
import { launchServer } from "./server.mjs";
import { testEnvironment } from "./shop-environment.mjs";
import { addBrowserTests, check, summarise } from "./test-report.mjs";
import { launchTool, runTool } from "./tools.mjs";

const withoutDatabase = { DATABASE_URL: undefined };
const secrets = makeSecrets();

lifetime(test);

async function test() {
  const record = await claim("test", { says: "npm test already runs in this clone" });
  await installIfNeeded();
  const browser = await findBrowser();

  await check("formatting and lint", () => runTool("biome", ["ci", colours()], "see Biome's report above"));
  await check("types", checkTypes);
  await check("invariants", checkInvariants);

  const folder = temporaryFolder(record);
  const shop = {};
  const ready =
    (await check("database", () => startDatabase(shop, folder), { counts: false })) &&
    (await check("build", () => buildIfNeeded(shop.env))) &&
    (await check("two servers", () => startServers(shop, folder), { counts: false }));
  if (ready) await runBrowserTests(shop, folder, browser);
  return summarise();
}

async function checkTypes() {
  await generateClientIfNeeded();
  await takeSnapshot(withoutDatabase);
  await runTool("next", ["typegen"], "the route types could not be generated");
  await runTool("tsc", ["--noEmit"], "see the compiler's report above");
}

function checkInvariants() {
  const broken = brokenInvariants();
  if (broken.length > 0) throw new Problem(`${broken.length} broken, see above`, broken.join("\n"));
}

/** For root below a folder that the user who runs PostgreSQL can read. */
function temporaryFolder(record) {
  const parent = isRoot ? systemFolder : tmpdir();
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "test-"));
  record.deletesLater(folder);
  mkdirSync(join(folder, "logs"));
  return folder;
}

async function startDatabase(shop, folder) {
  const cluster = await startCluster(join(folder, "postgres"), secrets.databasePassword, { throwAway: true });
  atEnd(() => stopCluster(cluster));
  shop.env = testEnvironment(cluster, secrets, folder);
  await bringUpToDate(shop.env);
}

/** Two servers, so that tests can ask what the other one answers. */
async function startServers(shop, folder) {
  const start = async (name) => {
    const port = await freePort();
    const log = openSync(join(folder, "logs", `${name}.log`), "a");
    const origin = `http://localhost:${port}`;
    const server = await launchServer({ port, env: { ...shop.env, SHOP_URL: origin }, stdio: ["ignore", log, log] });
    atEnd(() => stop(server));
    let gone = false;
    server.ended.then(() => {
      gone = true;
    });
    if (await answers(`${origin}/api/health/live`, () => gone)) return origin;
    throw new Problem("a server did not start", readFileSync(join(folder, "logs", `${name}.log`), "utf8"));
  };
  shop.origins = await Promise.all([start("i1"), start("i2")]);
}

async function runBrowserTests({ env, origins }, folder, browser) {
  if (!existsSync(inRoot("playwright.config.ts"))) return console.log("There are no browser tests yet.");
  const summaryFile = join(folder, "summary.json");
  const began = performance.now();
  const playwright = launchTool("playwright", ["test", ...process.argv.slice(2), `--reporter=${reporters()}`], {
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...env,
      SHOP_URL: undefined,
      BASE_URL: origins[0],
      BASE_URL_2: origins[1],
      CHROMIUM_PATH: browser,
      SERVER_LOG_DIR: join(folder, "logs"),
      SUMMARY_FILE: summaryFile,
    },
  });
  atEnd(() => stop(playwright, "SIGINT")); // on SIGINT it closes its browsers
  const { code } = await playwright.ended;
  const nothing = { passed: 0, failed: [], flaky: [], skipped: [], errors: [] };
  const summary = existsSync(summaryFile) ? JSON.parse(readFileSync(summaryFile, "utf8")) : nothing;
  if (code !== 0) {
    if (summary.failed.length + summary.errors.length === 0) summary.errors.push(`Playwright ended with code ${code}`);
    cpSync(join(folder, "logs"), inRoot("test-results/server-logs"), { recursive: true });
  }
  addBrowserTests(summary, (performance.now() - began) / 1000);
}

function colours() {
  return `--colors=${process.stdout.isTTY ? "force" : "off"}`;
}

function reporters() {
  return `${inRoot("scripts/summary-reporter.mjs")},${process.stdout.isTTY ? "line" : "list"}`;
}
