-- AlterTable
ALTER TABLE "Variant" ADD COLUMN     "retiredAt" TIMESTAMPTZ(3);

-- DropIndex
DROP INDEX "Product_position_id_idx";

-- DropIndex
DROP INDEX "Product_lowestCents_position_id_idx";

-- What Prisma's schema cannot say.

-- A piece is on the shelf while it comes in a glaze that is not retired: then, and only then, it has a lowest price.
CREATE INDEX "Product_on_shelf" ON "Product" (position, id) WHERE "lowestCents" IS NOT NULL;
CREATE INDEX "Product_on_shelf_by_price" ON "Product" ("lowestCents", position, id) WHERE "lowestCents" IS NOT NULL;

CREATE OR REPLACE FUNCTION keep_lowest_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Product" WHERE id IN (OLD."productId", NEW."productId") ORDER BY id FOR NO KEY UPDATE;
  UPDATE "Product" p SET "lowestCents" = (
    SELECT min(v."priceCents") FROM "Variant" v WHERE v."productId" = p.id AND v."retiredAt" IS NULL
  ) WHERE id IN (OLD."productId", NEW."productId");
  RETURN NULL;
END $$;

DROP TRIGGER lowest_price ON "Variant";
CREATE TRIGGER lowest_price AFTER INSERT OR DELETE OR UPDATE OF "productId", "priceCents", "retiredAt" ON "Variant"
  FOR EACH ROW EXECUTE FUNCTION keep_lowest_price();

-- What search looks through are the glazes that a piece still comes in.
CREATE OR REPLACE FUNCTION search_document(product uuid, title text, shelf text, described text) RETURNS tsvector
LANGUAGE sql STABLE
RETURN (
  SELECT setweight(to_tsvector('shop', title) || to_tsvector('shop_plain', title), 'A')
    || setweight(to_tsvector('shop', replace(shelf, '-', ' ') || ' ' || coalesce(string_agg(g.name, ' '), '')), 'B')
    || setweight(to_tsvector('shop', described), 'C')
    || setweight(to_tsvector('shop', coalesce(string_agg(g.description, ' '), '')), 'D')
  FROM "Variant" v JOIN "Glaze" g ON g.slug = v."glazeSlug" WHERE v."productId" = product AND v."retiredAt" IS NULL
);

DROP TRIGGER search ON "Variant";
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE OF "productId", "glazeSlug", "retiredAt" ON "Variant"
  FOR EACH ROW EXECUTE FUNCTION search_variant();
