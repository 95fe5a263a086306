import { findRow, sql } from "./support/database";
import { DatabaseLine } from "./support/database-line";
import { expect, test } from "./support/fixtures";
import { handedToken, postForm, request } from "./support/plain-form";

/** The finding query, and nothing else, asks for a session. */
const asksForSession = (statement: string) => /FROM "Session"|"tokenHash"/.test(statement);

test("a page asks for the session once, however much of it shows it, and a peek asks nothing else", async ({
  shopper,
  server,
}) => {
  await shopper.addToCart("Dip Bowl");
  await shopper.logIn();
  const token = await shopper.token();
  const line = await DatabaseLine.open();
  const { origin } = await server({ env: { DATABASE_URL: line.url } });
  // Not counted: the first request of a process connects and prepares, and the first look notices the new token.
  await request("/api/session", { token, origin });

  const ask = async (path: string) => {
    line.statements.length = 0;
    expect((await request(path, { token, origin })).status, path).toBe(200);
    // The probe and the sender of mails ask for themselves.
    return line.statements.filter((statement) => !/SELECT 1|current_user|"Mail"/.test(statement));
  };
  expect(await ask("/api/session")).toHaveLength(1);
  expect((await ask("/account")).filter(asksForSession)).toHaveLength(1);
  expect((await ask("/cart")).filter(asksForSession)).toHaveLength(1);
  expect((await ask("/")).length, "static").toBe(0);
  expect((await request("/api/session", { origin })).status).toBe(200);
  expect(await shopper.row()).toMatchObject({ endedAt: null });
  await line.close();
});

test("twenty pages within a minute write nothing", async ({ shopper }) => {
  await shopper.logIn();
  await shopper.open("/account");
  const { id } = await shopper.row();
  const version = async () => (await sql<{ xmin: string }>(`SELECT xmin FROM "Session" WHERE id = $1`, [id]))[0]?.xmin;
  const before = await version();
  const token = await shopper.token();
  for (let turn = 0; turn < 20; turn++) expect((await request("/account", { token })).status).toBe(200);
  expect(await version()).toBe(before);
});

test("however often a token was replaced, finding the session reads none of the old ones", async ({ account }) => {
  const token = handedToken(await postForm("/login", { form: "password", fields: account })) ?? "";
  const { id } = (await findRow(token)) ?? {};
  await sql(
    `INSERT INTO "RetiredToken" (hash, "sessionId", authenticated, "successorSeenAt")
     SELECT sha256(($1::text || n)::bytea), $1::text::uuid, true, now() FROM generate_series(1, 2000) n`,
    [id],
  );
  await sql(`ANALYZE "RetiredToken"`);
  const plan = await sql<{ "QUERY PLAN": string }>(
    `EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) SELECT EXISTS (
       SELECT FROM "RetiredToken" r WHERE r."sessionId" = '${id}' AND r."successorSeenAt" IS NULL)`,
  );
  const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
  expect(text).toContain("RetiredToken_unseen");
  expect(text).not.toContain("Rows Removed by Filter");
});
