import { randomUUID } from "node:crypto";
import { readClient } from "../lib/session/encrypted/client";
import { addPiece, expect, postOrder, test, uniqueEmail } from "./support/buying";
import { findRow, sql } from "./support/database";
import { handedToken, postForm } from "./support/plain-form";
import { startMailServer } from "./support/smtp";
import { tables, tablesWith } from "./support/tables";

// What the rows of a journey give away to whoever reads the database.

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

test("mails that wait to be sent are sealed: no table holds an order's key, a link's token or their text", async ({
  server,
  account,
  piece,
}) => {
  let speak = () => {};
  const speaks = new Promise<void>((resolve) => {
    speak = resolve;
  });
  const smtp = await startMailServer({ speaks });
  const { origin } = await server({ env: { SMTP_URL: smtp.url } });
  const guest = uniqueEmail();
  await postOrder(await addPiece(await piece()), { origin, email: guest });
  await postForm("/forgot-password", { form: "email", fields: { email: account.email }, origin });
  const waiting = () => sql<{ text: string }>(`SELECT t::text AS text FROM "Mail" t WHERE "sentAt" IS NULL`);
  const seen: string[] = [];
  await expect
    .poll(async () => {
      seen.push(...(await waiting()).map(({ text }) => text));
      return seen.filter((text) => text.includes("ciphertext")).length;
    })
    .toBeGreaterThanOrEqual(2);
  speak();
  const mails = () => [...smtp.mailsTo(guest), ...smtp.mailsTo(account.email)];
  await expect.poll(() => mails().length).toBe(2);
  for (const { text = "" } of mails()) {
    const [secret = ""] = text.match(/[0-9a-f]{64}/) ?? [];
    expect(secret).toHaveLength(64);
    expect(await tablesWith(secret)).toEqual([]);
    for (const row of seen) expect(row).not.toContain(secret);
  }
  for (const row of seen) for (const word of [account.email, "Thank you", "@"]) expect(row).not.toContain(word);
  await smtp.stop();
});
