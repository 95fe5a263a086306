-- A hold lapses some time after it was last asked for, however old the row of its cart is.
ALTER TABLE "Payment" RENAME COLUMN "createdAt" TO "askedAt";

-- What the sweeper looks for.
CREATE INDEX "Payment_status_askedAt_idx" ON "Payment"("status", "askedAt");
CREATE INDEX "MailToken_createdAt_idx" ON "MailToken"("createdAt");
CREATE INDEX "Cart_closedAt_idx" ON "Cart"("closedAt");
