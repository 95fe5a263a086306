/** `npm run sweep`: ends overdue sessions and deletes what is older than it is kept, once. */
import "./require-node.mjs";
import { lifetime } from "./lifetime.mjs";
import { ownDatabaseFolder, runningClusterUrl } from "./postgres-cluster.mjs";
import { Problem } from "./problem.mjs";
import { secrets } from "./secrets.mjs";
import { loadEnvFiles, shopEnvironment } from "./shop-environment.mjs";
import { runTypeScript } from "./tools.mjs";

lifetime(async () => {
  loadEnvFiles();
  const kept = secrets();
  const databaseUrl = process.env.DATABASE_URL || runningClusterUrl(ownDatabaseFolder(), kept.databasePassword);
  if (!databaseUrl) throw new Problem("There is no database: set DATABASE_URL, or run this beside npm start.");
  const env = shopEnvironment({ databaseUrl, origin: "http://localhost:3000", secrets: kept });
  const said = await runTypeScript("scripts/sweep-once.ts", "The sweep failed: it says why above.", env);
  console.log(said.trim());
});
