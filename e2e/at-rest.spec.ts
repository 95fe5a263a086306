import { randomUUID } from "node:crypto";
import { readClient } from "../lib/session/client";
import { findRow, sql } from "./database";
import { expect, test } from "./fixtures";
import { handedToken, postForm } from "./plain-form";

// What the rows of a journey give away to whoever reads the database.

const tables = () =>
  sql<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1`,
  );

/** The tables in which `text` stands, in whatever column and, for bytes, in whatever way of writing them. */
async function tablesWith(text: string): Promise<string[]> {
  const found: string[] = [];
  const spellings = [text, Buffer.from(text).toString("hex")];
  for (const { name } of await tables()) {
    const [row] = await sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM "${name}" t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0`,
      spellings,
    );
    if (row && row.n > 0) found.push(name);
  }
  return found;
}

test("no table holds a token, in any spelling, after a journey of a guest who logs in, comes back and logs out", async ({
  shopper,
}) => {
  const tokens: string[] = [];
  await shopper.addToCart("Morning Mug");
  tokens.push(await shopper.token());
  await shopper.logIn({ remembered: true });
  tokens.push(await shopper.token());
  await shopper.open("/account");
  await shopper.logOut();
  await shopper.open("/login");
  await shopper.logIn();
  tokens.push(await shopper.token());
  expect(new Set(tokens).size).toBe(3);
  expect((await tables()).length).toBeGreaterThan(8);
  for (const token of tokens) expect(await tablesWith(token)).toEqual([]);
  for (const token of tokens) {
    expect(await tablesWith(Buffer.from(token, "base64url").toString("hex"))).toEqual([]);
  }
});

test("no table holds a full address or user agent, but the session remembers them, sealed", async ({
  account,
  server,
}) => {
  const { origin } = await server({ env: { TRUSTED_PROXIES: "1" } });
  const address = `203.0.113.${1 + Math.floor(Math.random() * 254)}`;
  const userAgent = `Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0 ${randomUUID()}`;
  const token = handedToken(
    await postForm("/login", {
      form: "password",
      fields: { email: account.email, password: account.password },
      headers: { origin, "user-agent": userAgent, "x-forwarded-for": address },
      origin,
    }),
  );
  expect(token).toBeDefined();
  const session = await findRow(token ?? "");
  expect(session?.userId).toBe(account.id);
  expect(await tablesWith(address)).toEqual([]);
  expect(await tablesWith(userAgent)).toEqual([]);
  expect(await tablesWith("203.0.113.0/24")).toContain("SessionEvent");

  const [row] = await sql<{ sealed: Record<string, object>; device: string }>(
    `SELECT sealed, device FROM "Session" WHERE id = $1`,
    [session?.id],
  );
  expect(row?.device).toBe("Firefox on Linux");
  const parts = ["aad", "ciphertext", "iv", "keptAt", "protected", "tag"];
  expect(Object.keys(row?.sealed.client ?? {}).sort()).toEqual(parts);
  expect(await readClient(session?.id ?? "")).toEqual({ userAgent, networkPrefix: "203.0.113.0/24" });
});
