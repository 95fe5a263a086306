/** `npm run bench:search`: what searching 10,000 pieces costs PostgreSQL, on a throw-away cluster of its own. */
import "./require-node.mjs";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bringUpToDate } from "./database.mjs";
import { generateClientIfNeeded } from "./generate.mjs";
import { installIfNeeded } from "./install.mjs";
import { atEnd, lifetime } from "./lifetime.mjs";
import { systemFolder } from "./paths.mjs";
import { isRoot } from "./postgres-binaries.mjs";
import { startCluster, stopCluster } from "./postgres-cluster.mjs";
import { Problem } from "./problem.mjs";
import { claim } from "./run-record.mjs";
import { makeSecrets } from "./secrets.mjs";
import { runTypeScript } from "./tools.mjs";

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
    (await runTypeScript("scripts/measure-search.ts", "A search takes longer than it may: see above.", env)).trimEnd(),
  );
});
