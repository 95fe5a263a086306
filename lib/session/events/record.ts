import { askDatabase, prisma, type Transaction, transaction } from "@/lib/db";
import { keepEvents } from "@/lib/session/policy";
import type { Hash } from "@/lib/session/token";

// Session events: only appended, and never with a token, a password or a full network address.

/** What happens to sessions, what owners do to their accounts, and what staff do (`detail.by` is the staff user's id). */
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
  /** Null means not known, and is left out. */
  detail?: Record<string, EventDetail[string] | null>;
};

/** Appends an event. */
export async function recordEvent(db: Transaction, { detail = {}, ...event }: NewEvent): Promise<void> {
  const known = Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== null));
  await askDatabase(() => db.sessionEvent.create({ data: { ...event, detail: known as EventDetail } }));
}

/** Records a wrong password. Without `userId` the address has no account; which address it was is not recorded. */
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

/** Records the reuse of a replaced token: one event per token, however often it is replayed. */
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

/** The sender chooses what device a request names: at most this many are recorded for one token. */
const NOTICED_AT_MOST = 5;

/**
 * Records, once for each token and device, that a member's token came from another device than the one that last logged
 * in or confirmed, and takes away the freshness of its login, since the next request may name the owner's device. The
 * owner gets it back by confirming, under a new token.
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
 * Whether this device was recorded for the present token, or enough others were. Since when the token is the session's is
 * told by the order of events, not their times: the glass box can move times back.
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

/** Lists the latest events of a session, newest first. */
export async function listSessionEvents(sessionId: string, limit: number): Promise<KeptEvent[]> {
  return askDatabase(
    () => prisma().$queryRaw<KeptEvent[]>`
      SELECT id, at, type, detail FROM "SessionEvent" WHERE "sessionId" = ${sessionId}::uuid
      ORDER BY at DESC, id DESC LIMIT ${limit}`,
  );
}

/**
 * Records that a user logged in, and a "new device" event for the owner if none of their logins within `keepEvents` was
 * on this device. An account's first login has no such event, unless the account is older than `keepEvents`: after a
 * long pause a stranger must not pass as the first. One statement, since the user's other logins wait for it.
 */
export async function recordLogin(
  tx: Transaction,
  login: {
    sessionId: string;
    userId: string;
    type: "started" | "promoted" | "rotated";
    device: string;
    remembered: boolean;
    /** A rough place: the prefix of a network address. */
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
