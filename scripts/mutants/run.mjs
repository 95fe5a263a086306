/**
 * Runs inside a copy of the shop whose sources hold all faults behind switches: builds it once, then starts a server with
 * one fault at a time and runs the specs that should notice. Prints one line of JSON per fault.
 */
import "../require-node.mjs";
import { mkdirSync, mkdtempSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "../browser.mjs";
import { bringUpToDate } from "../database.mjs";
import { buildIfNeeded } from "../fresh-build.mjs";
import { atEnd, lifetime } from "../lifetime.mjs";
import { answers, freePort } from "../ports.mjs";
import { startCluster, stopCluster } from "../postgres-cluster.mjs";
import { Problem } from "../problem.mjs";
import { stop } from "../processes.mjs";
import { makeSecrets } from "../secrets.mjs";
import { launchServer } from "../server.mjs";
import { testEnvironment } from "../shop-environment.mjs";
import { launchTool } from "../tools.mjs";

const notStarting = "the server does not start";
const secrets = makeSecrets();
const [folder, ...jobs] = [process.argv[2], ...JSON.parse(readFileSync(process.argv[3], "utf8"))];

lifetime(async () => {
  const browser = await findBrowser();
  const cluster = await startCluster(join(folder, "postgres"), secrets.databasePassword, { throwAway: true });
  atEnd(() => stopCluster(cluster));
  const env = testEnvironment(cluster, secrets, folder);
  await bringUpToDate(env);
  await buildIfNeeded(env);
  mkdirSync(join(folder, "logs"));
  for (const { id, suite } of jobs) {
    const began = performance.now();
    const killedBy = await runFault({ ...env, MUTANT: id }, suite, browser);
    await requireSound(killedBy, env, browser);
    console.log(JSON.stringify({ id, killedBy, seconds: Math.round((performance.now() - began) / 1000) }));
  }
});

const sound = new Set([null, notStarting]);

/** What noticed a fault must pass without one, or it notices nothing. Looks once at each test. */
async function requireSound(test, env, browser) {
  if (sound.has(test)) return;
  const title = test
    .split(" › ")
    .at(-1)
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const [project, file] = test.split(" › ");
  const suite = project === "unit" ? { unit: file, specs: [] } : { specs: [file.replace(/^e2e\/|\.spec\.ts$/g, "")] };
  const failed = await runFault({ ...env, MUTANT: undefined }, { ...suite, title }, browser);
  if (failed) throw new Problem(`Without a fault this fails already, so it notices nothing: ${failed}`, lastOutput);
  sound.add(test);
}

/** What noticed the fault, or null. Unit tests first, since they need no server. */
async function runFault(env, { unit, specs, title }, browser) {
  const only = title ? ["--grep", title] : [];
  const failedUnit = unit && (await runTests({ ...env, SHOP_URL: undefined }, ["--project=unit", unit, ...only]));
  if (failedUnit || specs.length === 0) return failedUnit ?? null;
  const servers = [await startServer(env, "i1"), await startServer(env, "i2")];
  try {
    if (servers.includes(null)) return notStarting;
    const [one, two] = servers.map(({ origin }) => origin);
    return await runTests(
      {
        ...env,
        SHOP_URL: undefined,
        BASE_URL: one,
        BASE_URL_2: two,
        CHROMIUM_PATH: browser,
        SERVER_LOG_DIR: join(folder, "logs"),
      },
      ["--project=browser", ...specs.map((spec) => `e2e/${spec}.spec`), ...only],
    );
  } finally {
    for (const server of servers) if (server) await stop(server.child, "SIGKILL");
  }
}

async function startServer(env, name) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const log = openSync(join(folder, "logs", `${name}.log`), "a");
  const child = await launchServer({ port, env: { ...env, SHOP_URL: origin }, stdio: ["ignore", log, log] });
  let isGone = false;
  child.ended.then(() => {
    isGone = true;
  });
  return (await answers(`${origin}/api/health/live`, () => isGone)) ? { child, origin } : null;
}

let lastOutput = "";

/** The first test that failed, or null. */
async function runTests(env, args) {
  const summaryFile = join(mkdtempSync(join(folder, "run-")), "summary.json");
  const playwright = launchTool(
    "playwright",
    ["test", ...args, "--max-failures=1", "--retries=0", "--reporter=./scripts/summary-reporter.mjs,line"],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...env, SUMMARY_FILE: summaryFile } },
  );
  lastOutput = "";
  for (const stream of [playwright.stdout, playwright.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      lastOutput += text;
    });
  const { code } = await playwright.ended;
  if (code === 0) return null;
  const { failed, errors } = JSON.parse(readFileSync(summaryFile, "utf8"));
  return failed[0] ?? `error: ${errors[0] ?? code}`;
}
