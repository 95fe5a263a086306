/** Creates and runs a PostgreSQL cluster of our own; for root as an unprivileged user. */
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { cloneId, inData, systemFolder } from "./paths.mjs";
import { freePort } from "./ports.mjs";
import { isRoot, postgresBinaries } from "./postgres-binaries.mjs";
import { grantRoles, ownerRole, passwordOf, setPasswords, shopRole, superuser } from "./postgres-roles.mjs";
import { Problem } from "./problem.mjs";
import { identify, launch, run, stop, stopStrays } from "./processes.mjs";

const database = "cookie_jar";

/** Where the cluster of `npm start` lies. */
export function ownDatabaseFolder() {
  return isRoot ? `${systemFolder}/${cloneId}/postgres` : inData("postgres");
}

/** The address of a cluster that runs, for the shop, by the note PostgreSQL keeps of itself; null when none runs. */
export function runningClusterUrl(folder, password) {
  const lock = join(folder, "postmaster.pid");
  if (!existsSync(lock)) return null;
  const [pid, , , port] = readFileSync(lock, "utf8").split("\n");
  return identify(Number(pid)) ? urlOf(shopRole, port, password) : null;
}

function urlOf(role, port, password, name = database) {
  return `postgresql://${role}:${passwordOf(role, password)}@127.0.0.1:${port}/${name}`;
}

/**
 * Starts the cluster in `folder`, made with `password` if it is not there yet, and answers with its address for the shop
 * (`url`) and for who migrates (`ownerUrl`). `throwAway` trades safety at power loss for speed, and lets tests make
 * databases of their own and drop them while a shop is connected.
 */
export async function startCluster(folder, password, { throwAway = false } = {}) {
  const native = postgresBinaries();
  const owner = ownerOf(folder);
  const program = (name) => join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
  const as = { ...owner, cwd: native };

  if (!existsSync(join(folder, "PG_VERSION"))) await create(folder, password, program("initdb"), as);
  await clearLock(folder);

  const start = async () => {
    const port = await freePort();
    const settings = {
      port,
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      log_timezone: "UTC",
      timezone: "UTC",
    };
    if (throwAway) Object.assign(settings, { fsync: "off", synchronous_commit: "off", full_page_writes: "off" });
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const server = launch(program("postgres"), ["-D", folder, ...flags], as);
    const failure = await untilReady(server, urlOf(superuser, port, password, "postgres"));
    const [url, ownerUrl] = [shopRole, ownerRole].map((role) => urlOf(role, port, password));
    return { server, port, url, ownerUrl, failure };
  };

  let cluster = await start();
  if (cluster.failure?.code === "28P01") {
    // The clone has new secrets but an old cluster: it gets the new password.
    await stopCluster(cluster);
    await setPassword(folder, password, program("postgres"), as);
    cluster = await start();
  }
  if (cluster.failure)
    throw new Problem("The embedded PostgreSQL did not start: it says why above.", cluster.failure.message);
  await prepareRoles(urlOf(superuser, cluster.port, password), password, { throwAway });
  return cluster;
}

async function prepareRoles(url, password, { throwAway }) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await grantRoles(client);
  await setPasswords(client, password);
  if (throwAway) await client.query(`ALTER ROLE ${ownerRole} CREATEDB; GRANT pg_signal_backend TO ${ownerRole}`);
  await client.end();
}

/** SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, nothing is lost. */
export async function stopCluster({ server }) {
  await stop(server, "SIGINT", 20_000);
}

/** As root: whoever owns the cluster already, else the system's `postgres`, else `nobody`. */
function ownerOf(folder) {
  if (!isRoot) return {};
  if (existsSync(folder)) {
    const { uid, gid } = statSync(folder);
    if (uid !== 0) return { uid, gid };
  }
  const people = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const person = ["postgres", "nobody"].map((name) => people.find(([known]) => known === name)).find(Boolean);
  if (!person)
    throw new Problem("PostgreSQL does not run as root and there is no user `nobody`: run this as another user.");
  return { uid: Number(person[2]), gid: Number(person[3]) };
}

/** Made beside its place and moved there when complete, so that a killed start leaves no half cluster. */
async function create(folder, password, initdb, as) {
  const unfinished = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (isRoot) {
    chmodSync(dirname(folder), 0o755);
    for (const path of [unfinished, passwordFile]) chownSync(path, as.uid, as.gid);
  }
  const flags = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["--auth=scram-sha-256", `--username=${superuser}`, `--pwfile=${passwordFile}`];
  const { code, output } = await run(initdb, ["-D", unfinished, "--no-instructions", ...flags, ...access], as);
  rmSync(passwordFile, { force: true });
  if (code !== 0)
    throw new Problem("The embedded PostgreSQL could not create its data folder: it says why above.", output);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

/** A PostgreSQL that outlived its start is stopped; the lock of one that is gone is removed. */
async function clearLock(folder) {
  const lock = join(folder, "postmaster.pid");
  if (!existsSync(lock)) return;
  const [pid, dataFolder] = readFileSync(lock, "utf8").split("\n");
  if (dataFolder === folder && isPostgres(pid)) await stopStrays([{ pid: Number(pid), identity: identify(pid) }]);
  rmSync(lock, { force: true });
}

function isPostgres(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")[0].includes("postgres");
  } catch {
    return false;
  }
}

/** Waits for the server and its database; answers with what went wrong, or null. */
async function untilReady(server, url) {
  const { default: pg } = await import("pg");
  let log = "";
  server.stderr.setEncoding("utf8").on("data", (text) => {
    log = (log + text).slice(-4000);
  });
  let ended = false;
  server.ended.then(({ error }) => {
    ended = true;
    log += error?.message ?? "";
  });
  while (!ended) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
      return null;
    } catch (error) {
      if (error.code !== "ECONNREFUSED" && error.code !== "57P03") return error;
      await sleep(25);
    } finally {
      await client.end().catch(() => {});
    }
  }
  return new Error(log);
}

/** In single-user mode, which asks for no password. */
async function setPassword(folder, password, postgres, as) {
  const child = launch(postgres, ["--single", "-D", folder, "postgres"], {
    ...as,
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.stdin.end(`ALTER ROLE ${superuser} PASSWORD '${password}'\n`);
  await child.ended;
}
