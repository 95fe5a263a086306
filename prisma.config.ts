import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// Prisma's CLI fetches a native schema engine from a host that is not a package registry: ours comes from npm (docs/decisions/0006).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL("prisma/schema-engine.mjs", import.meta.url));

// Who migrates owns the tables; the shop's own role (DATABASE_URL) only reads and writes rows: prisma/roles.sql.
const { MIGRATE_DATABASE_URL, DATABASE_URL } = process.env;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations", seed: "tsx prisma/seed.ts" },
  datasource: { url: MIGRATE_DATABASE_URL || DATABASE_URL || "postgresql://localhost/unset" },
});
