-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "orderNumber" TEXT,
    "sealed" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),
    "dueAt" TIMESTAMPTZ(3),
    "uselessAt" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "setAsideAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Mail_dueAt_idx" ON "Mail"("dueAt");

-- CreateIndex
CREATE INDEX "Mail_orderNumber_idx" ON "Mail"("orderNumber");

-- What Prisma's schema cannot say: a mail waits, was sent, or is set aside.
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_one_state" CHECK (num_nonnulls("dueAt", "sentAt", "setAsideAt") = 1);
