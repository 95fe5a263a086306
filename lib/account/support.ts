import "server-only";
import { prisma, type Transaction, transaction } from "@/lib/db";
import type { MemberSession } from "@/lib/session";
import { endSessionOf, endSessionsOf, listLoggedInUsers } from "@/lib/session/end";
import { listSessions, listUserEvents, type PastEvent, type PastSession } from "@/lib/session/events/history";
import { recordEvent } from "@/lib/session/events/record";
import * as users from "@/lib/users";

// What the support team sees of customers' sessions and does to them. Each look and each act is recorded as an event with
// the staff member's id (ASVS 16.3). The caller has called `requireStaff`.

const SEARCH_LIMIT = 20;

/** Customers whose name or address contains `words`. Records who was shown, not what was typed. */
export async function searchCustomers(staff: MemberSession, words: string): Promise<users.Profile[]> {
  const found = await users.searchProfiles(words, SEARCH_LIMIT);
  await recordEvent(prisma(), {
    sessionId: staff.id,
    type: "searched by staff",
    detail: { by: staff.userId, found: found.map(({ id }) => id) },
  });
  return found;
}

export type Customer = {
  profile: users.Profile;
  sessions: PastSession[];
  events: (PastEvent & { byName: string | null })[];
};

/** One customer's sessions and events, the latest first; null when none has this id. */
export async function readCustomer(staff: MemberSession, userId: string): Promise<Customer | null> {
  const profile = await users.readProfile(userId);
  if (!profile) return null;
  await recordEvent(prisma(), { userId, type: "looked at by staff", detail: { by: staff.userId } });
  const [sessions, events] = await Promise.all([listSessions(userId), listUserEvents(userId)]);
  const names = await users.readNames([...new Set(events.flatMap(({ detail }) => whoIn(detail)))]);
  return {
    profile,
    sessions,
    events: events.map((event) => ({ ...event, byName: names.get(whoIn(event.detail)[0] ?? "") ?? null })),
  };
}

function whoIn({ by }: PastEvent["detail"]): string[] {
  return typeof by === "string" ? [by] : [];
}

/** Ends one of a customer's sessions; false when none has this id. */
export async function endCustomersSession(staff: MemberSession, userId: string, id: string): Promise<boolean> {
  return holding(
    userId,
    async (tx) => (await endSessionOf(tx, { id, userId }, "REVOKED_BY_STAFF", staff.userId)) !== null,
  );
}

/** Ends all of a customer's sessions. Returns how many. */
export async function endCustomersSessions(staff: MemberSession, userId: string): Promise<number> {
  return holding(userId, (tx) => endSessionsOf(tx, userId, "REVOKED_BY_STAFF", { by: staff.userId }));
}

/** Disables an account and ends its sessions. False when it was disabled already, or is the staff member's own. */
export async function disableAccount(staff: MemberSession, userId: string): Promise<boolean> {
  if (userId === staff.userId) return false;
  return holding(userId, async (tx) => {
    if (!(await users.setDisabled(tx, userId, true))) return false;
    await endSessionsOf(tx, userId, "ACCOUNT_DISABLED", { by: staff.userId });
    await recordEvent(tx, { userId, type: "account disabled", detail: { by: staff.userId } });
    return true;
  });
}

/** Opens a disabled account again; its sessions stay ended. False when it was open already. */
export async function enableAccount(staff: MemberSession, userId: string): Promise<boolean> {
  return holding(userId, async (tx) => {
    if (!(await users.setDisabled(tx, userId, false))) return false;
    await recordEvent(tx, { userId, type: "account enabled", detail: { by: staff.userId } });
    return true;
  });
}

/** Rows locked at once: few, so that logins wait only a moment. */
const BATCH = 100;

/**
 * Ends the sessions of everyone who is logged in now, except the one that asks. Records the request first. Works in
 * batches, each with its users' rows locked: if it breaks off, what was ended stays ended, and asking again ends the rest.
 * Returns how many sessions.
 */
export async function endEveryone(staff: MemberSession): Promise<number> {
  const by = staff.userId;
  await recordEvent(prisma(), { sessionId: staff.id, type: "everyone logged out by staff", detail: { by } });
  let count = 0;
  let after: string | undefined;
  for (;;) {
    const batch = await listLoggedInUsers({ after, limit: BATCH });
    if (batch.length === 0) return count;
    count += await transaction(async (tx) => {
      await users.lockAll(tx, batch);
      return endSessionsOf(tx, batch, "REVOKED_BY_STAFF", { except: staff.id, by });
    });
    after = batch.at(-1);
  }
}

function holding<T>(userId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return transaction(async (tx) => {
    await users.lockAll(tx, [userId]);
    return work(tx);
  });
}
