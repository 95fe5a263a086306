import { answered, prisma, type Transaction } from "@/lib/db";

// This is the only file that writes session events: append-only, and never a token, a password or a full network address.

export type SessionEventType = "started" | "promoted" | "rotated" | "ended" | "refused" | "reuse" | "aged";

export type EventDetail = Record<string, string | number | boolean>;

type SessionEvent = {
  sessionId?: string;
  userId?: string | null;
  type: SessionEventType;
  detail?: EventDetail;
};

/** Appends an event. `detail` never holds a token, a password or a full network address. */
export async function record(db: Transaction, { detail = {}, ...event }: SessionEvent): Promise<void> {
  await db.sessionEvent.create({ data: { ...event, detail } });
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

export type KeptEvent = { id: bigint; at: Date; type: SessionEventType; detail: EventDetail };

/** The latest events of a session, newest first. */
export async function listEvents(sessionId: string, limit: number): Promise<KeptEvent[]> {
  return answered(
    () => prisma().$queryRaw<KeptEvent[]>`
      SELECT id, at, type, detail FROM "SessionEvent" WHERE "sessionId" = ${sessionId}::uuid
      ORDER BY at DESC, id DESC LIMIT ${limit}`,
  );
}
