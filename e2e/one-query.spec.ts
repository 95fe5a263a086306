import { sql } from "./database";
import { DatabaseLine } from "./database-line";
import { expect, test } from "./fixtures";
import { request } from "./plain-form";

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
    return line.statements.filter((statement) => !/SELECT 1/.test(statement));
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
