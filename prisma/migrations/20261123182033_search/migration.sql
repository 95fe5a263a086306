CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "search" tsvector;

-- CreateTable
CREATE TABLE "SearchWord" (
    "word" TEXT NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "SearchWord_word_idx" ON "SearchWord" USING GIST ("word" gist_trgm_ops);

-- CreateIndex
CREATE INDEX "Product_search_idx" ON "Product" USING GIN ("search");

-- CreateIndex
CREATE INDEX "Product_position_id_idx" ON "Product"("position", "id");

-- CreateIndex
CREATE INDEX "Variant_productId_priceCents_idx" ON "Variant"("productId", "priceCents");

-- What Prisma's schema cannot say.

-- Words without accents: "shop" stems them as English, "shop_plain" takes them as they are, the smallest ones too.
CREATE TEXT SEARCH CONFIGURATION shop (COPY = english);
ALTER TEXT SEARCH CONFIGURATION shop
  ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION shop_plain (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION shop_plain
  ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH unaccent, simple;

-- What search looks through: a name weighs most (A), then category and glazes (B), then descriptions (C, and D for glazes).
CREATE FUNCTION search_document(product uuid, title text, shelf text, described text) RETURNS tsvector
LANGUAGE sql STABLE
RETURN (
  SELECT setweight(to_tsvector('shop', title) || to_tsvector('shop_plain', title), 'A')
    || setweight(to_tsvector('shop', replace(shelf, '-', ' ') || ' ' || coalesce(string_agg(g.name, ' '), '')), 'B')
    || setweight(to_tsvector('shop', described), 'C')
    || setweight(to_tsvector('shop', coalesce(string_agg(g.description, ' '), '')), 'D')
  FROM "Variant" v JOIN "Glaze" g ON g.slug = v."glazeSlug" WHERE v."productId" = product
);

-- In order, so that two transactions that meet new words do not wait for each other.
CREATE FUNCTION learn_words(described text) RETURNS void
LANGUAGE sql
BEGIN ATOMIC
  INSERT INTO "SearchWord" (word)
  SELECT word FROM unnest(tsvector_to_array(to_tsvector('shop_plain', replace(described, '-', ' ')))) word
  WHERE word ~ '^[[:alpha:]]{3,}$' ORDER BY word
  ON CONFLICT DO NOTHING;
END;

CREATE FUNCTION search_product() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search := search_document(NEW.id, NEW.name, NEW.category, NEW.description);
  PERFORM learn_words(concat_ws(' ', NEW.name, NEW.category, NEW.description));
  RETURN NEW;
END $$;

CREATE FUNCTION search_variant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Product" SET search = search_document(id, name, category, description)
  WHERE id IN (OLD."productId", NEW."productId");
  RETURN NULL;
END $$;

CREATE FUNCTION search_glaze() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM learn_words(concat_ws(' ', NEW.name, NEW.description));
  UPDATE "Product" SET search = search_document(id, name, category, description)
  WHERE id IN (SELECT "productId" FROM "Variant" WHERE "glazeSlug" = NEW.slug);
  RETURN NULL;
END $$;

CREATE TRIGGER search BEFORE INSERT OR UPDATE OF name, category, description ON "Product"
  FOR EACH ROW EXECUTE FUNCTION search_product();
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE OF "productId", "glazeSlug" ON "Variant"
  FOR EACH ROW EXECUTE FUNCTION search_variant();
CREATE TRIGGER search AFTER INSERT OR UPDATE OF name, description ON "Glaze"
  FOR EACH ROW EXECUTE FUNCTION search_glaze();

-- Pieces that are there already.
UPDATE "Glaze" SET name = name;
UPDATE "Product" SET name = name;
