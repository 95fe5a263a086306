-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "sealed" JSONB NOT NULL DEFAULT '{}';
