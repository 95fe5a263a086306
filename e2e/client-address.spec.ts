import { findRow, sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { handedToken, postForm } from "./support/plain-form";

// ASVS 15.3.4. The servers are asked from this machine: the socket's address is 127.0.0.1 or ::1.

const LOCAL = /^(127\.0\.0\.0\/24|0:0:0::\/48)$/;

/** Where the shop thinks a guest is who starts a session with this header. */
async function networkOf(origin: string, forwardedFor?: string): Promise<string> {
  const headers: Record<string, string> = forwardedFor ? { origin, "x-forwarded-for": forwardedFor } : { origin };
  const fields = { sku: "MOR-TER", quantity: "1" };
  const token = handedToken(await postForm("/products/morning-mug", { form: "Add to cart", fields, headers, origin }));
  const row = await findRow(token ?? "");
  const [event] = await sql<{ network: string }>(
    `SELECT detail->>'network' AS network FROM "SessionEvent" WHERE "sessionId" = $1 AND type = 'started'`,
    [row?.id],
  );
  await sql(`DELETE FROM "Session" WHERE id = $1`, [row?.id]);
  return event?.network ?? "";
}

test("an address that the client itself claims is ignored", async ({ server }) => {
  const { origin } = await server();
  expect(await networkOf(origin)).toMatch(LOCAL);
  expect(await networkOf(origin, "198.51.100.7")).toMatch(LOCAL);
  expect(await networkOf(origin, "198.51.100.7, 203.0.113.9")).toMatch(LOCAL);
});

test("behind one trusted proxy its entry counts, and no claim left of it", async ({ server }) => {
  const { origin } = await server({ env: { TRUSTED_PROXIES: "1" } });
  expect(await networkOf(origin, "203.0.113.9")).toBe("203.0.113.0/24");
  expect(await networkOf(origin, "198.51.100.7, 203.0.113.9")).toBe("203.0.113.0/24");
  expect(await networkOf(origin, "198.51.100.7, 2001:db8:85a3:1::9")).toBe("2001:db8:85a3::/48");
  expect(await networkOf(origin), "past the proxy").toMatch(LOCAL);
});
