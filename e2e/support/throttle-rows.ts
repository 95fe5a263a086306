import { randomInt } from "node:crypto";
import { createCounterKey, type limits } from "@/lib/rate-limit/limiter";
import { sql } from "./database";

// The counters of lib/rate-limit/limiter.ts. A test moves only those of its own addresses and networks.

type Limit = keyof typeof limits;

/** A network of a test's own (RFC 3849): what a proxy says of it, and what the shop counts it by. */
export function ownNetwork(): { address: string; counted: string; headers: { "x-forwarded-for": string } } {
  const group = () => randomInt(0x1000, 0x10000).toString(16);
  const prefix = `2001:db8:${group()}:${group()}`;
  const address = `${prefix}::1`;
  return { address, counted: `${prefix}::/64`, headers: { "x-forwarded-for": address } };
}

const rowKey = (of: Limit, counted: string[]) => `${of}:${createCounterKey(...counted)}`;

/** Sets a counter, as if so many tries had been made just now. */
export async function setCounter(of: Limit, counted: string[], points: number) {
  await sql(
    `INSERT INTO "Throttle" (key, points, "expiresAt") VALUES ($1, $2, now() + interval '10 min')
     ON CONFLICT (key) DO UPDATE SET points = $2`,
    [rowKey(of, counted), points],
  );
}

export async function readCounter(of: Limit, counted: string[]): Promise<number> {
  const [row] = await sql<{ points: number }>(`SELECT points FROM "Throttle" WHERE key = $1`, [rowKey(of, counted)]);
  return row?.points ?? 0;
}

/** Moves a counter back in time. */
export async function ageCounter(of: Limit, counted: string[], minutes: number) {
  await sql(`UPDATE "Throttle" SET "expiresAt" = "expiresAt" - $2 * interval '1 min' WHERE key = $1`, [
    rowKey(of, counted),
    minutes,
  ]);
}

/** The details of a user's events of one type. */
export async function eventDetails(userId: string, type: string): Promise<object[]> {
  const rows = await sql<{ detail: object }>(`SELECT detail FROM "SessionEvent" WHERE "userId" = $1 AND type = $2`, [
    userId,
    type,
  ]);
  return rows.map(({ detail }) => detail);
}
