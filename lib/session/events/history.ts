import { askDatabase, prisma } from "@/lib/db";
import type { EndReason } from "@/lib/generated/prisma/enums";
import { type Facts, findKind, findTimeout, type Kind } from "@/lib/session/policy";
import type { EventDetail, SessionEventType } from "./record";

// This is the only file that reads what happened: a user's sessions, live and ended, and their events. It hands out no
// token, no hash and no network address.

export type PastSession = {
  id: string;
  device: string;
  kind: Kind;
  since: Date;
  lastSeenAt: Date;
  /** Null while it lives. */
  endedAt: Date | null;
  endReason: EndReason | null;
  /** Roughly where it was started: a network's prefix, if it was written down. */
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

type Row = Facts & Omit<PastSession, "kind" | "since" | "place"> & { place: string | null };

/**
 * A user's sessions: live ones first, the last used first; then what ended within `keepEnded`. One that is overdue and
 * that nobody has met yet is told as what it is, ended by its limit.
 */
export async function listSessions(userId: string): Promise<PastSession[]> {
  const rows = await askDatabase(
    () => prisma().$queryRaw<Row[]>`
      SELECT s.id, s."userId", s.remembered, s."createdAt", s."loggedInAt", s."lastSeenAt", s.device, s."endedAt",
        s."endReason", u.role, now() AS now,
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

/** A user's events, the latest first; `types` picks some. */
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
