-- Counters kept milliseconds of some process's clock. A running one goes on.
DELETE FROM "Throttle" WHERE "expire" IS NULL;
ALTER TABLE "Throttle" ALTER COLUMN "points" DROP DEFAULT;
ALTER TABLE "Throttle" ALTER COLUMN "expire" TYPE TIMESTAMPTZ(3) USING to_timestamp("expire" / 1000.0);
ALTER TABLE "Throttle" ALTER COLUMN "expire" SET NOT NULL;
ALTER TABLE "Throttle" RENAME COLUMN "expire" TO "expiresAt";
ALTER INDEX "Throttle_expire_idx" RENAME TO "Throttle_expiresAt_idx";
