import { createHash, randomBytes } from "node:crypto";
import { askDatabase, prisma, type Transaction } from "@/lib/db";
import { days, minutes } from "@/lib/format/duration";
import type { MailPurpose } from "@/lib/generated/prisma/enums";
import { normaliseEmail } from "@/lib/input/email-address";
import * as users from "@/lib/users";

// Makes, reads and uses up the tokens in mails (OWASP Forgot Password Cheat Sheet; ASVS 6.4, 6.6).

/** How long a link in a mail works. */
export const mailTokenLifetime = minutes(15);

/** How long the link works that gives an account its former address back. Its reader does not expect the mail. */
export const wayBackLifetime = days(1);

function lifetimeOf(purpose: MailPurpose): number {
  return purpose === "RESTORE_EMAIL" ? wayBackLifetime : mailTokenLifetime;
}

/** Rows are kept well beyond their lifetime: if the clock is set back, an expired link must not work again. */
const keepMailTokens = days(2);

/** 64 hexadecimal digits: 256 bits like a session token, but in another format, so that neither is accepted as the other. */
const TOKEN = /^[0-9a-f]{64}$/;

export type MailLink = { user: users.Owner; email: string };

/** Makes a token for one purpose and one mailbox. Only its SHA-256 is kept. Throws Unavailable. */
export async function createMailToken(
  purpose: MailPurpose,
  user: { id: string; email: string },
  db: Transaction = prisma(),
): Promise<string> {
  const token = randomBytes(32).toString("hex");
  const { id: userId, email } = user;
  await askDatabase(() => db.mailToken.create({ data: { hash: hashOf(token), purpose, userId, email } }));
  return token;
}

/** Whose link this is, for the page with the button. Changes nothing, because mail scanners open links. Throws Unavailable. */
export async function readMailToken(purpose: MailPurpose, token: string): Promise<MailLink | null> {
  const row = await findRow(prisma(), purpose, token);
  const user = row && (await users.readOwner(row.userId));
  return user && isFor(user, row, purpose) ? { user, email: row.email } : null;
}

/**
 * Uses a token up in the caller's transaction and locks its user's row. Null when it is unknown, used, too old, for
 * another purpose, or for an address that is no longer the account's. The user's other links for the same purpose are used
 * up with it. RESTORE_EMAIL leaves older links alone: a thief who changes the address several times must not be able to use
 * up the owner's link.
 */
export async function useMailToken(
  tx: Transaction,
  purpose: MailPurpose,
  token: string,
  { by }: { by?: string } = {},
): Promise<MailLink | null> {
  const row = await findRow(tx, purpose, token);
  if (!row || (by !== undefined && row.userId !== by)) return null;
  const user = await users.lockOwner(tx, row.userId);
  if (!user || !isFor(user, row, purpose) || !(await findRow(tx, purpose, token))) return null;
  await tx.$executeRaw`
    UPDATE "MailToken" SET "usedAt" = now() WHERE "userId" = ${user.id}::uuid AND purpose = ${purpose}::"MailPurpose"
      AND "usedAt" IS NULL AND (${purpose !== "RESTORE_EMAIL"} OR "createdAt" >= ${row.createdAt})`;
  return { user, email: row.email };
}

/** Makes a user's links for these purposes invalid. The caller holds the lock on the user's row. */
export async function discardMailTokens(
  tx: Transaction,
  userId: string,
  purposes: readonly MailPurpose[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "MailToken" SET "usedAt" = now()
    WHERE "userId" = ${userId}::uuid AND purpose::text = ANY(${[...purposes]}) AND "usedAt" IS NULL`;
}

/** Whether an account had this address until so recently that its owner may still restore it. */
export async function isReserved(tx: Transaction, email: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM "MailToken" WHERE email = ${normaliseEmail(email)} AND purpose = 'RESTORE_EMAIL' AND "usedAt" IS NULL
      AND "createdAt" > now() - ${wayBackLifetime} * interval '1 ms' LIMIT 1`;
  return rows.length > 0;
}

/** Deletes one batch of links that expired long ago, for the sweeper. */
export async function deleteOldMailTokens(tx: Transaction, size: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "MailToken" WHERE hash IN (
      SELECT hash FROM "MailToken" WHERE "createdAt" <= now() - ${keepMailTokens} * interval '1 ms' LIMIT ${size} FOR UPDATE SKIP LOCKED)`;
}

type Row = { userId: string; email: string; createdAt: Date };

async function findRow(db: Transaction, purpose: MailPurpose, token: string): Promise<Row | null> {
  if (!TOKEN.test(token)) return null;
  const rows = await askDatabase(
    () => db.$queryRaw<Row[]>`
      SELECT "userId", email, "createdAt" FROM "MailToken"
      WHERE hash = ${hashOf(token)} AND purpose = ${purpose}::"MailPurpose" AND "usedAt" IS NULL
        AND "createdAt" > now() - ${lifetimeOf(purpose)} * interval '1 ms'`,
  );
  return rows[0] ?? null;
}

/** A link is for the account's present address, unless it changes or restores the address. */
function isFor(user: users.Owner, row: Row, purpose: MailPurpose): boolean {
  return purpose === "CHANGE_EMAIL" || purpose === "RESTORE_EMAIL" || user.email === row.email;
}

function hashOf(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(token).digest());
}
