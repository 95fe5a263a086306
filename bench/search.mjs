/** `npm run bench:search`: what searching 10,000 pieces costs PostgreSQL, on a throw-away cluster of its own. */
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
import { Problem } from "../scripts/problem.mjs";
import { claim } from "../scripts/run-record.mjs";
import { makeSecrets } from "../scripts/secrets.mjs";
import { runTypeScript } from "../scripts/tools.mjs";

lifetime(async () => {
  if (process.platform !== "linux") throw new Problem("The bench reads /proc, so it runs on Linux only.");
  const record = await claim("bench-search", { says: "npm run bench:search already runs in this clone" });
  await installIfNeeded();
  await generateClientIfNeeded();
  const parent = isRoot ? systemFolder : tmpdir();
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "bench-search-"));
  record.deletesLater(folder);
  const cluster = await startCluster(join(folder, "postgres"), makeSecrets().databasePassword);
  atEnd(() => stopCluster(cluster));
  const env = { MIGRATE_DATABASE_URL: cluster.ownerUrl, DEMO: "0" };
  await bringUpToDate(env);
  console.log(
    (await runTypeScript("bench/measure-search.ts", "A search takes longer than it may: see above.", env)).trimEnd(),
  );
});
