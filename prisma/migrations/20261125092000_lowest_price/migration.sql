-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "lowestCents" INTEGER;

-- CreateIndex
CREATE INDEX "Product_lowestCents_position_id_idx" ON "Product"("lowestCents", "position", "id");

-- Sorting all pieces by price asks no glaze. The piece's row is taken first: whoever waits for it then sees the other's price.
CREATE FUNCTION keep_lowest_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Product" WHERE id IN (OLD."productId", NEW."productId") ORDER BY id FOR NO KEY UPDATE;
  UPDATE "Product" p SET "lowestCents" = (SELECT min(v."priceCents") FROM "Variant" v WHERE v."productId" = p.id)
  WHERE id IN (OLD."productId", NEW."productId");
  RETURN NULL;
END $$;

CREATE TRIGGER lowest_price AFTER INSERT OR DELETE OR UPDATE OF "productId", "priceCents" ON "Variant"
  FOR EACH ROW EXECUTE FUNCTION keep_lowest_price();

-- Pieces that are there already.
UPDATE "Product" p SET "lowestCents" = (SELECT min(v."priceCents") FROM "Variant" v WHERE v."productId" = p.id);
