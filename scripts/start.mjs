/** `npm start`: sets up whatever is missing and serves the shop. */
import "./require-node.mjs";
import util from "node:util";
import { bringUpToDate, place } from "./database.mjs";
import { buildIfNeeded } from "./fresh-build.mjs";
import { generateClientIfNeeded, takeSnapshot } from "./generate.mjs";
import { lacksShopUrl, loopback, nameInUrl, warnOfDemo } from "./hosts.mjs";
import { installIfNeeded } from "./install.mjs";
import { atEnd, lifetime } from "./lifetime.mjs";
import { answers, requireFreePort } from "./ports.mjs";
import { ownDatabaseFolder, startCluster, stopCluster } from "./postgres-cluster.mjs";
import { Problem } from "./problem.mjs";
import { stop } from "./processes.mjs";
import { claim } from "./run-record.mjs";
import { secrets } from "./secrets.mjs";
import { launchServer } from "./server.mjs";
import { loadEnvFiles, shopEnvironment } from "./shop-environment.mjs";
import { step, whatWasDone } from "./steps.mjs";

const usage = "npm start -- [--port 3000] [--host 127.0.0.1] [--https] [--dev]";

lifetime(start, { interrupted: 0 });

async function start() {
  const { dev, https, port, host } = options();
  const origin = `${https ? "https" : "http"}://${nameInUrl(host)}:${port}`;
  await claim("run", { says: `The shop of this clone already runs on ${origin}`, mode: dev ? "dev" : "production" });
  await requireFreePort(port, host);
  await installIfNeeded();

  loadEnvFiles();
  const own = process.env.DATABASE_URL ? null : await startOwnDatabase();
  const env = shopEnvironment({ databaseUrl: own?.url, ownerUrl: own?.ownerUrl, origin, secrets: secrets() });
  if (lacksShopUrl(host, { ...env, SHOP_URL: process.env.SHOP_URL }))
    throw new Problem(`On ${host} the shop needs SHOP_URL, the address that people reach it at.`);
  await generateClientIfNeeded();
  await bringUpToDate(env);
  await (dev ? takeSnapshot(env) : buildIfNeeded(env));

  const server = await launchServer({ dev, https, port, host, env, stdio: ["ignore", "inherit", "inherit"] });
  atEnd(() => stop(server));
  let gone = false;
  server.ended.then(() => {
    gone = true;
  });
  if (!(await answers(`${origin}/api/health/live`, () => gone))) throw new Problem("The server did not start.");
  welcome({ origin: env.SHOP_URL, env, own });
  const warning = warnOfDemo(host, env);
  if (warning) console.log(`${warning}\n`);

  await Promise.race([server.ended, own?.server.ended].filter(Boolean));
  throw new Problem(gone ? "The server has stopped by itself." : "The embedded PostgreSQL has stopped by itself.");
}

function options() {
  const { values } = parse();
  const port = Number(values.port ?? process.env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Problem(`The port must be a number: ${usage}`);
  const host = (values.host || loopback).replace(/^\[(.*)\]$/, "$1");
  return { ...values, port, host };
}

function parse() {
  const flags = {
    dev: { type: "boolean" },
    https: { type: "boolean" },
    port: { type: "string" },
    host: { type: "string" },
  };
  try {
    return util.parseArgs({ options: flags });
  } catch (error) {
    throw new Problem(`${error.message.split(". ")[0]}. Usage: ${usage}`);
  }
}

async function startOwnDatabase() {
  const folder = ownDatabaseFolder();
  const cluster = await step("started PostgreSQL", () => startCluster(folder, secrets().databasePassword));
  atEnd(() => stopCluster(cluster));
  return { ...cluster, folder };
}

function welcome({ origin, env, own }) {
  const demo = `ada@example.com (customer) or sam@example.com (staff), password ${env.DEMO_PASSWORD}`;
  console.log(`
The Cookie Jar is open: ${origin}

  did     ${whatWasDone()}
  data    ${own ? `PostgreSQL in ${own.folder}` : `your database at ${place(env.DATABASE_URL)}`}; secrets in .data/secrets.json
  log in  ${env.DEMO_PASSWORD ? demo : "register at /register"}
  mail    ${mailGoes(origin, env)}
  stop    Ctrl-C
`);
}

function mailGoes(origin, env) {
  if (process.env.SMTP_URL) return `is sent through ${new URL(process.env.SMTP_URL).host}`;
  return env.DEMO === "1"
    ? `is not sent: read it at ${origin}/mailbox`
    : "is not sent but kept in .data/mail: set SMTP_URL";
}
