-- The shop's two roles and what they may do, in the database that this is run in. Run it as an administrator, as often as
-- you like: npm start does so at every start of the embedded PostgreSQL, docs/operations.md says how to do it on your own.
--
-- cookie_jar_owner migrates and seeds: all tables are its own. cookie_jar_shop serves: it reads and writes rows.

DO $$
DECLARE
  item record;
BEGIN
  -- Without a password nobody logs in as one of them.
  IF to_regrole('cookie_jar_owner') IS NULL THEN CREATE ROLE cookie_jar_owner LOGIN; END IF;
  IF to_regrole('cookie_jar_shop') IS NULL THEN CREATE ROLE cookie_jar_shop LOGIN; END IF;
  -- An administrator who is no superuser gives away only to a role that it belongs to.
  IF NOT pg_has_role('cookie_jar_owner', 'USAGE') THEN GRANT cookie_jar_owner TO CURRENT_USER; END IF;

  EXECUTE format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CREATE, TEMPORARY ON DATABASE %I TO cookie_jar_owner', current_database());
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
  GRANT USAGE, CREATE ON SCHEMA public TO cookie_jar_owner;
  GRANT USAGE ON SCHEMA public TO cookie_jar_shop;

  -- What another role has migrated, before there were two, becomes the owner's, but for what extensions bring.
  FOR item IN
    SELECT object.type, object.identity
    FROM (
      SELECT 'pg_class'::regclass AS class, oid AS id, relowner AS owner FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
      UNION ALL SELECT 'pg_type'::regclass, oid, typowner FROM pg_type
        WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd')
      UNION ALL SELECT 'pg_proc'::regclass, oid, proowner FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      UNION ALL SELECT 'pg_ts_config'::regclass, oid, cfgowner FROM pg_ts_config WHERE cfgnamespace = 'public'::regnamespace
    ) AS known, pg_identify_object(class, id, 0) AS object
    WHERE owner <> 'cookie_jar_owner'::regrole
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = class AND d.objid = id AND d.deptype = 'e')
  LOOP
    EXECUTE format('ALTER %s %s OWNER TO cookie_jar_owner', item.type, item.identity);
  END LOOP;

  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO cookie_jar_shop;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO cookie_jar_shop;
  ALTER DEFAULT PRIVILEGES FOR ROLE cookie_jar_owner IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO cookie_jar_shop;
  ALTER DEFAULT PRIVILEGES FOR ROLE cookie_jar_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO cookie_jar_shop;
  -- Which migrations were applied, the shop's role may only read. A new table of that name: see the migrations.
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON public._prisma_migrations FROM cookie_jar_shop;
  END IF;
END $$;
