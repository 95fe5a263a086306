import { answered, prisma, type Transaction, transaction } from "@/lib/db";
import { keepEvents } from "./policy";

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
  | "everyone logged out by staff";

export type EventDetail = Record<string, string | number | boolean | string[]>;

export type NewEvent = {
  sessionId?: string;
  userId?: string | null;
  type: SessionEventType;
  /** Null stands for not known and is left out. */
  detail?: Record<string, EventDetail[string] | null>;
};

/** Appends an event. `detail` never holds a token, a password or a full network address. */
export async function record(db: Transaction, { detail = {}, ...event }: NewEvent): Promise<void> {
  const known = Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== null));
  await db.sessionEvent.create({ data: { ...event, detail: known as EventDetail } });
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
  await answered(() => record(prisma(), { ...who, type: "refused", detail: { what, why: "wrong password" } }));
}

/** One event per replaced token, however often it is replayed. */
export async function recordReuse(sessionId: string, retiredAt: Date) {
  const retired = retiredAt.toISOString();
  await answered(
    () => prisma().$executeRaw`
      INSERT INTO "SessionEvent" ("sessionId", "userId", type, detail)
      SELECT s.id, s."userId", 'reuse', jsonb_build_object('retiredAt', ${retired}::text) FROM "Session" s
      WHERE s.id = ${sessionId}::uuid AND NOT EXISTS (
        SELECT FROM "SessionEvent" e WHERE e."sessionId" = s.id AND e.type = 'reuse' AND e.detail->>'retiredAt' = ${retired}::text)`,
  );
}

/**
 * Writes down, once for each token and device, that a session's cookie came from another device than it was made for,
 * and takes the freshness of its login. A new token starts again: somebody who has that one, too, is a second theft.
 */
export async function recordElsewhere(session: { id: string; userId: string | null }, device: string): Promise<void> {
  const { id, userId } = session;
  if (await isRecordedElsewhere(prisma(), id, device)) return;
  await transaction(async (tx) => {
    await tx.$executeRaw`UPDATE "Session" SET "authenticatedAt" = NULL WHERE id = ${id}::uuid`;
    if (await isRecordedElsewhere(tx, id, device)) return;
    await record(tx, { sessionId: id, userId, type: "used elsewhere", detail: { device } });
  });
}

async function isRecordedElsewhere(db: Transaction, sessionId: string, device: string): Promise<boolean> {
  const rows = await answered(
    () => db.$queryRaw<unknown[]>`
      SELECT FROM "SessionEvent" WHERE "sessionId" = ${sessionId}::uuid AND type = 'used elsewhere'
        AND detail->>'device' = ${device} AND at >= coalesce(
          (SELECT max("retiredAt") FROM "RetiredToken" WHERE "sessionId" = ${sessionId}::uuid), '-infinity') LIMIT 1`,
  );
  return rows.length > 0;
}

export type KeptEvent = { id: bigint; at: Date; type: SessionEventType; detail: EventDetail };

/** The latest events of a session, newest first. */
export async function listEvents(sessionId: string, limit: number): Promise<KeptEvent[]> {
  return answered(
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
