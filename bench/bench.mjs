/**
 * `npm run bench`: what a request costs the server in CPU time and a product page the browser in JavaScript, and whether
 * the time of an answer tells who has an account.
 */
import "../scripts/require-node.mjs";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bringUpToDate } from "../scripts/database.mjs";
import { generateClientIfNeeded } from "../scripts/generate.mjs";
import { loopback } from "../scripts/hosts.mjs";
import { installIfNeeded } from "../scripts/install.mjs";
import { atEnd, lifetime } from "../scripts/lifetime.mjs";
import { systemFolder } from "../scripts/paths.mjs";
import { answers, freePort } from "../scripts/ports.mjs";
import { isRoot } from "../scripts/postgres-binaries.mjs";
import { startCluster, stopCluster } from "../scripts/postgres-cluster.mjs";
import { Problem } from "../scripts/problem.mjs";
import { launch, stop } from "../scripts/processes.mjs";
import { claim } from "../scripts/run-record.mjs";
import { makeSecrets } from "../scripts/secrets.mjs";
import { shopEnvironment } from "../scripts/shop-environment.mjs";
import { step } from "../scripts/steps.mjs";
import { toolEnv } from "../scripts/tools.mjs";
import { measureAnswers } from "./answers.mjs";
import { addMeasuredRoutes, buildCopy, copyShop, makeEmptyApp, productPage, scriptBytes } from "./apps.mjs";
import { guestCookie, measure } from "./requests.mjs";

lifetime(bench);

async function bench() {
  if (process.platform !== "linux") throw new Problem("The bench reads /proc, so it runs on Linux only.");
  const record = await claim("bench", { says: "npm run bench already runs in this clone" });
  await installIfNeeded();
  const folder = temporaryFolder(record);
  const shop = join(folder, "shop");
  const empty = join(folder, "empty");
  await step("copied the shop and added an empty page and a query", async () => {
    await copyShop(shop);
    addMeasuredRoutes(shop);
    await makeEmptyApp(empty);
  });
  await step("built the copy", () => buildCopy(shop, "scripts/build.mjs"));
  await step("built an empty app", () => buildCopy(empty, "node_modules/next/dist/bin/next", "build"));

  const { server, origin, databaseUrl } = await startShop(shop, folder);
  const product = productPage(shop);
  const cookie = await guestCookie(databaseUrl, shop);
  const cost = await measure(server.pid, [
    { name: "empty page", url: `${origin}/bench/empty` },
    { name: "home page", url: `${origin}/` },
    { name: "product page", url: `${origin}${product}` },
    { name: "one query", url: `${origin}/bench/query` },
    { name: "session, no cookie", url: `${origin}/api/session` },
    { name: "session, guest", url: `${origin}/api/session`, headers: { cookie } },
  ]);
  report(cost, scriptBytes(shop, product) - scriptBytes(empty, "/index"));
  reportAnswers(await measureAnswers(origin, databaseUrl));
}

function temporaryFolder(record) {
  const parent = isRoot ? systemFolder : tmpdir();
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "bench-"));
  record.deletesLater(folder);
  return folder;
}

async function startShop(shop, folder) {
  const secrets = makeSecrets();
  const cluster = await startCluster(join(folder, "postgres"), secrets.databasePassword);
  atEnd(() => stopCluster(cluster));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const { MIGRATE_DATABASE_URL, ...env } = shopEnvironment({
    databaseUrl: cluster.url,
    ownerUrl: cluster.ownerUrl,
    origin,
    secrets,
    given: {},
  });
  await generateClientIfNeeded();
  await bringUpToDate({ ...env, MIGRATE_DATABASE_URL });
  const args = [join(shop, "node_modules/next/dist/bin/next"), "start", "--port", String(port), "--hostname", loopback];
  const server = launch(process.execPath, args, { cwd: shop, env: toolEnv(env), stdio: "ignore" });
  atEnd(() => stop(server));
  let gone = false;
  server.ended.then(() => {
    gone = true;
  });
  if (!(await answers(`${origin}/bench/empty`, () => gone))) throw new Problem("The copy of the shop did not start.");
  return { server, origin, databaseUrl: cluster.url };
}

function report(cost, extraBytes) {
  console.log("\nCPU time of the server per request (median of the rounds, keep-alive, uncompressed)");
  for (const [name, milliseconds] of Object.entries(cost))
    console.log(`  ${name.padEnd(20)} ${milliseconds.toFixed(3)} ms`);
  const ratio = (a, b) => (cost[a] / cost[b]).toFixed(2);
  console.log(`
  home page / empty page         ${ratio("home page", "empty page")}  (at most 1.3)
  product page / empty page      ${ratio("product page", "empty page")}  (at most 1.3)
  session, no cookie / one query ${ratio("session, no cookie", "one query")}  (at most 1.3)
  session, guest / one query     ${ratio("session, guest", "one query")}  (at most 1.3)
  JavaScript of a product page   ${(extraBytes / 1024).toFixed(1)} KB gzip above an empty app  (at most 30)`);
}

function reportAnswers(answers) {
  console.log(
    "\nTime to answer for an address with an account, and for one without (medians; a ratio of 1 tells nothing)",
  );
  for (const [name, { known, unknown }] of Object.entries(answers)) {
    const times = `${known.toFixed(1)} ms / ${unknown.toFixed(1)} ms`;
    console.log(`  ${name.padEnd(20)} ${times.padEnd(22)} ${(known / unknown).toFixed(2)}  (0.9 to 1.1)`);
  }
}
