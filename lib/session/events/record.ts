import { askDatabase, prisma, type Transaction, transaction } from "@/lib/db";
import { keepEvents } from "@/lib/session/policy";

import type { Hash } from "@/lib/session/token";

// This is the only file that writes session events: append-only, and never a token, a password or a full network address.

/** What happens to sessions, what owners do to their accounts, and what staff do; those carry `by`, the staff user's id. */
export type SessionEventType =
  | "started"
  | "promoted"
  | "rotated"
  | "ended"
  | "refused"
  | "reuse"
  | "aged"
  | "new device"
  | "used elsewhere"
  | "password changed"
  | "details changed"
  | "data exported"
  | "account deleted"
  | "account disabled"
  | "account enabled"
  | "looked at by staff"
  | "searched by staff"
  | "everyone logged out by staff"
  | "shelf changed by staff"
  | "mail sent again by staff";

export type EventDetail = Record<string, string | number | boolean | string[]>;

export type NewEvent = {
  sessionId?: string;
  userId?: string | null;
  type: SessionEventType;
  /** Null stands for not known and is left out. */
  detail?: Record<string, EventDetail[string] | null>;
};

/** Appends an event. `detail` never holds a token, a password or a full network address. */
export async function recordEvent(db: Transaction, { detail = {}, ...event }: NewEvent): Promise<void> {
  const known = Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== null));
  await askDatabase(() => db.sessionEvent.create({ data: { ...event, detail: known as EventDetail } }));
}

/** Somebody gave a wrong password. Without a user, the address belongs to none; which one it was is not written down. */
export async function recordRefusal({
  what,
  ...who
}: {
  sessionId?: string;
  userId: string | null;
  what: "log in" | "confirm";
}) {
  await recordEvent(prisma(), { ...who, type: "refused", detail: { what, why: "wrong password" } });
}

/** One event per replaced token, however often it is replayed. */
export async function recordReuse(sessionId: string, retiredAt: Date) {
  const retired = retiredAt.toISOString();
  await askDatabase(
    () => prisma().$executeRaw`
      INSERT INTO "SessionEvent" ("sessionId", "userId", type, detail)
      SELECT s.id, s."userId", 'reuse', jsonb_build_object('retiredAt', ${retired}::text) FROM "Session" s
      WHERE s.id = ${sessionId}::uuid AND NOT EXISTS (
        SELECT FROM "SessionEvent" e WHERE e."sessionId" = s.id AND e.type = 'reuse' AND e.detail->>'retiredAt' = ${retired}::text)`,
  );
}

/** Whoever sends a cookie says what device it is, and may say a hundred: more than this are not written down. */
const NOTICED_AT_MOST = 5;

/**
 * Writes down, once for each token and device, that a member's token came from another device than the one that logged
 * in or confirmed last, and takes the freshness of its login: the
 * next time the copy may say that it is the owner's device. Its owner has it back by confirming, under a new token.
 */
export async function recordElsewhere(
  { id, userId }: { id: string; userId: string | null },
  token: Hash,
  device: string,
): Promise<void> {
  if (await isNoticed(prisma(), id, device)) return;
  await transaction(async (tx) => {
    const held = await tx.$queryRaw<unknown[]>`
      SELECT FROM "Session" WHERE id = ${id}::uuid AND "tokenHash" = ${token} AND "endedAt" IS NULL FOR NO KEY UPDATE`;
    if (held.length === 0 || (await isNoticed(tx, id, device))) return;
    await recordEvent(tx, { sessionId: id, userId, type: "used elsewhere", detail: { device } });
    await tx.$executeRaw`UPDATE "Session" SET "authenticatedAt" = NULL WHERE id = ${id}::uuid`;
  });
}

/**
 * Whether nothing more is to be written down of this device. Since when the token is the session's, events tell by their
 * order: times can be moved back in the glass box.
 */
async function isNoticed(db: Transaction, id: string, device: string): Promise<boolean> {
  const [seen] = await askDatabase(
    () => db.$queryRaw<{ devices: number; isKnown: boolean }[]>`
      SELECT count(*)::int AS devices, coalesce(bool_or(detail->>'device' = ${device}), false) AS "isKnown"
      FROM "SessionEvent" WHERE "sessionId" = ${id}::uuid AND type = 'used elsewhere' AND id > (
        SELECT coalesce(max(id), 0) FROM "SessionEvent"
        WHERE "sessionId" = ${id}::uuid AND type IN ('started', 'promoted', 'rotated'))`,
  );
  return seen !== undefined && (seen.isKnown || seen.devices >= NOTICED_AT_MOST);
}

export type KeptEvent = { id: bigint; at: Date; type: SessionEventType; detail: EventDetail };

/** The latest events of a session, newest first. */
export async function listSessionEvents(sessionId: string, limit: number): Promise<KeptEvent[]> {
  return askDatabase(
    () => prisma().$queryRaw<KeptEvent[]>`
      SELECT id, at, type, detail FROM "SessionEvent" WHERE "sessionId" = ${sessionId}::uuid
      ORDER BY at DESC, id DESC LIMIT ${limit}`,
  );
}

/**
 * Appends that a user logged in; if none of their logins within `keepEvents` was on a device of these words, also a "new
 * device" event, which the owner is shown. Never for an account's very first login; but an account older than its
 * history counts as having been logged in to: a long pause must not hide a stranger. One statement, since logins wait
 * for each other meanwhile.
 */
export async function recordLogin(
  tx: Transaction,
  login: {
    sessionId: string;
    userId: string;
    type: "started" | "promoted" | "rotated";
    device: string;
    remembered: boolean;
    /** A rough place: an address prefix. */
    network?: string | null;
  },
): Promise<void> {
  const { sessionId, userId, type, device, remembered, network = null } = login;
  await tx.$executeRaw`
    WITH logins AS (
      SELECT detail->>'device' AS device FROM "SessionEvent"
      WHERE "userId" = ${userId}::uuid AND type IN ('started', 'promoted', 'rotated') AND detail ? 'device'
        AND at > now() - ${keepEvents} * interval '1 ms'
    ), device AS (
      SELECT FROM "User" u WHERE u.id = ${userId}::uuid AND NOT EXISTS (SELECT FROM logins WHERE device = ${device})
        AND (EXISTS (SELECT FROM logins) OR u."createdAt" < now() - ${keepEvents} * interval '1 ms')
    )
    INSERT INTO "SessionEvent" ("sessionId", "userId", type, detail)
    SELECT ${sessionId}::uuid, ${userId}::uuid, ${type}::text,
      jsonb_strip_nulls(jsonb_build_object('device', ${device}::text, 'remembered', ${remembered}::boolean, 'network', ${network}::text))
    UNION ALL
    SELECT ${sessionId}::uuid, ${userId}::uuid, 'new device', jsonb_build_object('device', ${device}::text) FROM device`;
}
