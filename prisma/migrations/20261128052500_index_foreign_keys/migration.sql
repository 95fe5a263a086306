-- Whoever deletes a row looks for those that refer to it. A partial index is of no use there.
CREATE INDEX "Variant_glazeSlug_idx" ON "Variant"("glazeSlug");
CREATE INDEX "Cart_sessionId_idx" ON "Cart"("sessionId");
CREATE INDEX "Cart_userId_idx" ON "Cart"("userId");
CREATE INDEX "CartLine_variantId_idx" ON "CartLine"("variantId");
CREATE INDEX "OrderLine_orderId_idx" ON "OrderLine"("orderId");
CREATE INDEX "OrderLine_variantId_idx" ON "OrderLine"("variantId");
