import { answered, prisma, type Transaction } from "@/lib/db";

// This is the only file that writes session events: append-only, and never a token, a password or a full network address.

export type SessionEventType = "started" | "promoted" | "rotated" | "ended" | "refused" | "reuse";

type SessionEvent = {
  sessionId?: string;
  userId?: string | null;
  type: SessionEventType;
  /** Null stands for not known and is left out. */
  detail?: Record<string, string | boolean | null>;
};

/** Appends an event. `detail` never holds a token, a password or a full network address. */
export async function record(db: Transaction, { detail = {}, ...event }: SessionEvent): Promise<void> {
  const known = Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== null));
  await db.sessionEvent.create({ data: { ...event, detail: known } });
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
