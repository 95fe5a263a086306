-- What a login brought from the guest's cart is said once.
ALTER TABLE "Session" ADD COLUMN "mergedPieces" INTEGER, ADD COLUMN "mergedSaidAt" TIMESTAMPTZ(3);
