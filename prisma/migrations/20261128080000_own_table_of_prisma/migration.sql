-- The shop's role is granted every new table (prisma/roles.sql), but which migrations were applied it may only read.
DO $$
BEGIN
  IF to_regrole('cookie_jar_shop') IS NOT NULL AND to_regclass('_prisma_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM cookie_jar_shop;
  END IF;
END $$;
