import { Prisma } from "@/lib/generated/prisma/client";
import type { Facts } from "./policy";

// The columns of a session, written once for every statement that reads one. They come from
// `"Session" s` joined with its owner, `"User" u`.

/** A session as far as its limits depend on it, and the database's time when it was read. */
export type TimedFacts = Facts & { id: string; now: Date };

/** The columns of `TimedFacts`. */
export const factColumns = Prisma.raw(
  `s.id, s."userId", s.remembered, s."createdAt", s."loggedInAt", s."lastSeenAt", u.role, now() AS now`,
);

/** The account a session belongs to. */
export type AccountOwner = { id: string; name: string; email: string; role: "CUSTOMER" | "STAFF" };

/** A session with its owner, as it is in its own row. */
export type StoredSession = Facts & {
  id: string;
  device: string;
  /** When its owner last logged in or confirmed who they are. */
  authenticatedAt: Date | null;
  /** Null for a guest. */
  user: AccountOwner | null;
};

/** The columns of `StoredSession`, and the database's time. */
export const sessionColumns = Prisma.raw(`${factColumns.sql}, s.device, s."authenticatedAt",
  CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'role', u.role) END AS user`);
