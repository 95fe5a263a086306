/** `npm run bench:sweep`: what sweeping a million rows costs, and those who are served meanwhile, on a throw-away cluster of its own. */
import "../scripts/require-node.mjs";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bringUpToDate } from "../scripts/database.mjs";
import { generateClientIfNeeded } from "../scripts/generate.mjs";
import { installIfNeeded } from "../scripts/install.mjs";
import { atEnd, lifetime } from "../scripts/lifetime.mjs";
import { systemFolder } from "../scripts/paths.mjs";
import { isRoot } from "../scripts/postgres-binaries.mjs";
import { startCluster, stopCluster } from "../scripts/postgres-cluster.mjs";
import { claim } from "../scripts/run-record.mjs";
import { makeSecrets } from "../scripts/secrets.mjs";
import { shopEnvironment } from "../scripts/shop-environment.mjs";
import { runTypeScript } from "../scripts/tools.mjs";

const secrets = makeSecrets();

lifetime(async () => {
  const record = await claim("bench-sweep", { says: "npm run bench:sweep already runs in this clone" });
  await installIfNeeded();
  await generateClientIfNeeded();
  const parent = isRoot ? systemFolder : tmpdir();
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "bench-sweep-"));
  record.deletesLater(folder);
  const cluster = await startCluster(join(folder, "postgres"), secrets.databasePassword);
  atEnd(() => stopCluster(cluster));
  const env = shopEnvironment({
    databaseUrl: cluster.url,
    ownerUrl: cluster.ownerUrl,
    origin: "http://localhost:3000",
    secrets,
    given: {},
  });
  await bringUpToDate(env);
  console.log((await runTypeScript("bench/measure-sweep.ts", "The sweep failed: see above.", env)).trimEnd());
});
