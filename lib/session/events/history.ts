import { askDatabase, prisma } from "@/lib/db";
import type { EndReason } from "@/lib/generated/prisma/enums";
import { factColumns, type TimedFacts } from "@/lib/session/columns";
import { findKind, findTimeout, type Kind } from "@/lib/session/policy";
import type { EventDetail, SessionEventType } from "./record";

// A user's sessions, live and ended, and their events, for the owner and for support: no token, no hash, no full
// network address.

export type PastSession = {
  id: string;
  device: string;
  kind: Kind;
  since: Date;
  lastSeenAt: Date;
  /** Null while it lives. */
  endedAt: Date | null;
  endReason: EndReason | null;
  /** Roughly where it was started: the prefix of a network address, if it was recorded. */
  place?: string;
  now: Date;
};

export type PastEvent = {
  id: string;
  at: Date;
  sessionId: string | null;
  type: SessionEventType;
  detail: EventDetail;
};

type Row = TimedFacts & Omit<PastSession, "kind" | "since" | "place"> & { place: string | null };

/**
 * Lists a user's sessions: live ones first, the last used first; then those that ended within `keepEnded`. One that is
 * overdue but not yet ended in its row is listed as ended by its limit.
 */
export async function listSessions(userId: string): Promise<PastSession[]> {
  const rows = await askDatabase(
    () => prisma().$queryRaw<Row[]>`
      SELECT ${factColumns}, s.device, s."endedAt", s."endReason",
        (SELECT e.detail->>'network' FROM "SessionEvent" e
         WHERE e."sessionId" = s.id AND e.type IN ('started', 'promoted', 'rotated') AND e.detail ? 'network'
         ORDER BY e.id DESC LIMIT 1) AS place
      FROM "Session" s JOIN "User" u ON u.id = s."userId"
      WHERE s."userId" = ${userId}::uuid ORDER BY s."endedAt" DESC NULLS FIRST, s."lastSeenAt" DESC, s.id LIMIT 100`,
  );
  const sessions = rows.map(toPast);
  return [...sessions.filter(({ endReason }) => !endReason), ...sessions.filter(({ endReason }) => endReason)];
}

function toPast({ place, ...row }: Row): PastSession {
  const { id, device, lastSeenAt, endedAt, now } = row;
  const endReason = row.endReason ?? findTimeout(row, now);
  const since = row.loggedInAt ?? row.createdAt;
  return { id, device, kind: findKind(row), since, lastSeenAt, endedAt, endReason, place: place ?? undefined, now };
}

/** Lists a user's events, the latest first; only of `types` if given. */
export async function listUserEvents(
  userId: string,
  { types, limit = 100 }: { types?: SessionEventType[]; limit?: number } = {},
): Promise<PastEvent[]> {
  const rows = await askDatabase(() =>
    prisma().sessionEvent.findMany({
      where: { userId, type: types && { in: types } },
      orderBy: { id: "desc" },
      take: limit,
    }),
  );
  return rows.map(({ id, at, sessionId, type, detail }) => ({
    id: String(id),
    at,
    sessionId,
    type: type as SessionEventType,
    detail: detail as EventDetail,
  }));
}
