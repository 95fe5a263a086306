import { askDatabase, prisma, type Transaction } from "@/lib/db";
import { normaliseEmail } from "@/lib/input/email-address";
import { verifyPassword } from "./password";

/** An account whose password was just verified; `passwordHash` is the hash it was verified against. */
export type VerifiedUser = { id: string; passwordHash: string };

/** Opens an account. Null when the address has one already. */
export async function createUser(
  tx: Transaction,
  user: { name: string; email: string; passwordHash: string },
): Promise<Owner | null> {
  const created = await tx.user.createManyAndReturn({
    data: { name: user.name, email: normaliseEmail(user.email), passwordHash: user.passwordHash },
    select: ownerFields,
    skipDuplicates: true,
  });
  return created[0] ?? null;
}

/** Deletes an account that the same transaction has opened. */
export async function removeUser(tx: Transaction, id: string): Promise<void> {
  await tx.user.delete({ where: { id } });
}

/**
 * Returns the account with this address and password, or null. An unknown address, a wrong password and a closed account
 * look alike and each cost one argon2 verification (ASVS 6.3.8). Throws Unavailable.
 */
export async function verifyCredentials(email: string, password: string): Promise<VerifiedUser | null> {
  const user = await askDatabase(() => prisma().user.findUnique({ where: { email: normaliseEmail(email) } }));
  const isOpen = user !== null && user.disabledAt === null && user.deletedAt === null;
  const fits = await verifyPassword((isOpen && user.passwordHash) || null, password);
  return fits && user?.passwordHash ? { id: user.id, passwordHash: user.passwordHash } : null;
}

/**
 * Locks the user's row until the transaction is over. False when the account was closed or its password changed since it
 * was verified, which takes a while. NO KEY, so that it does not wait for new rows that refer to the user.
 */
export async function lockVerified(tx: Transaction, user: VerifiedUser): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM "User" WHERE id = ${user.id}::uuid AND "passwordHash" = ${user.passwordHash}
      AND "disabledAt" IS NULL AND "deletedAt" IS NULL FOR NO KEY UPDATE`;
  return rows.length === 1;
}

/** Verifies the password of an account by its id. Null when it is wrong. Throws Unavailable. */
export async function verifyPasswordOf(id: string, password: string): Promise<VerifiedUser | null> {
  const user = await askDatabase(() => prisma().user.findUnique({ where: { id } }));
  const fits = await verifyPassword(user?.passwordHash ?? null, password);
  return fits && user?.passwordHash ? { id, passwordHash: user.passwordHash } : null;
}

/** Locks the user's row until the transaction is over. False when the account is closed or gone. */
export async function lockOpen(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM "User" WHERE id = ${id}::uuid AND "disabledAt" IS NULL AND "deletedAt" IS NULL FOR NO KEY UPDATE`;
  return rows.length === 1;
}

/** Locks the rows of users, closed or not, in the order of their ids. */
export async function lockAll(tx: Transaction, ids: string[]): Promise<void> {
  await tx.$queryRaw`SELECT FROM "User" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}

/** Sets a password; null leaves only links by e-mail to log in. The caller holds the user's row. */
export async function setPassword(tx: Transaction, id: string, passwordHash: string | null): Promise<void> {
  await tx.user.update({ where: { id }, data: { passwordHash } });
}

/** Changes the name. False when it was the same. The caller holds the user's row. */
export async function setName(tx: Transaction, id: string, name: string): Promise<boolean> {
  const { count } = await tx.user.updateMany({ where: { id, name: { not: name } }, data: { name } });
  return count === 1;
}

/** Whether an error says that another account took the address in the same moment (the unique index). */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && /23505|unique constraint/i.test(error.message);
}

/** Removes the person's data from the row and keeps the row, which orders refer to. The caller holds the user's row. */
export async function anonymise(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "User" SET email = ${`deleted-${id}@invalid`}, name = 'Deleted', "passwordHash" = NULL,
      "emailVerifiedAt" = NULL, "deletedAt" = now() WHERE id = ${id}::uuid`;
}

/** Closes the account to its owner, or opens it again. False when that changes nothing. The caller holds the user's row. */
export async function setDisabled(tx: Transaction, id: string, isDisabled: boolean): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE "User" SET "disabledAt" = CASE WHEN ${isDisabled} THEN now() END
    WHERE id = ${id}::uuid AND ("disabledAt" IS NULL) = ${isDisabled} AND "deletedAt" IS NULL`;
  return changed === 1;
}

/** What may be shown of an account. */
export type Profile = {
  id: string;
  email: string;
  name: string;
  role: "CUSTOMER" | "STAFF";
  createdAt: Date;
  emailVerifiedAt: Date | null;
  disabledAt: Date | null;
  deletedAt: Date | null;
};

/** Returns an account as it may be shown, or null. Throws Unavailable. */
export async function readProfile(id: string): Promise<Profile | null> {
  return askDatabase(() => prisma().user.findUnique({ where: { id }, omit: { passwordHash: true } }));
}

/** Lists accounts whose name or address contains `words`, by name, at most `limit`. Throws Unavailable. */
export async function searchProfiles(words: string, limit: number): Promise<Profile[]> {
  const contains = { contains: words.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  return askDatabase(() =>
    prisma().user.findMany({
      where: { OR: [{ email: contains }, { email: normaliseEmail(words) }, { name: contains }] },
      omit: { passwordHash: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: limit,
    }),
  );
}

/** Returns the names of users by their ids. Throws Unavailable. */
export async function readNames(ids: string[]): Promise<Map<string, string>> {
  const rows = await askDatabase(() =>
    prisma().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Returns the id of the account with this address, closed ones too, or null. Throws Unavailable. */
export async function findIdByEmail(email: string): Promise<string | null> {
  const user = await askDatabase(() =>
    prisma().user.findUnique({ where: { email: normaliseEmail(email) }, select: { id: true } }),
  );
  return user?.id ?? null;
}

/** The owner of an account, as far as a mail to them needs it. */
export type Owner = { id: string; name: string; email: string; emailVerifiedAt: Date | null };

const ownerFields = { id: true, name: true, email: true, emailVerifiedAt: true } as const;

/** Returns the open account with this address, or null. Throws Unavailable. */
export async function findOwner(email: string): Promise<Owner | null> {
  return askDatabase(() =>
    prisma().user.findFirst({
      where: { email: normaliseEmail(email), disabledAt: null, deletedAt: null },
      select: ownerFields,
    }),
  );
}

/** Returns an open account by its id, or null. Throws Unavailable. */
export async function readOwner(id: string, db: Transaction = prisma()): Promise<Owner | null> {
  return askDatabase(() =>
    db.user.findFirst({ where: { id, disabledAt: null, deletedAt: null }, select: ownerFields }),
  );
}

/** Locks an open account's row until the transaction is over and returns it; null when it is closed. */
export async function lockOwner(tx: Transaction, id: string): Promise<Owner | null> {
  const [owner] = await tx.$queryRaw<Owner[]>`
    SELECT id, name, email, "emailVerifiedAt" FROM "User"
    WHERE id = ${id}::uuid AND "disabledAt" IS NULL AND "deletedAt" IS NULL FOR NO KEY UPDATE`;
  return owner ?? null;
}

/** Records that the owner has proven the account's address. The caller holds the user's row. */
export async function markProven(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "User" SET "emailVerifiedAt" = now() WHERE id = ${id}::uuid AND "emailVerifiedAt" IS NULL`;
}

/** Gives the account another, proven address. False when it belongs to another account. The caller holds the user's row. */
export async function setProvenEmail(tx: Transaction, id: string, email: string): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE "User" SET email = ${normaliseEmail(email)}, "emailVerifiedAt" = now()
    WHERE id = ${id}::uuid AND NOT EXISTS (SELECT FROM "User" WHERE email = ${normaliseEmail(email)} AND id <> ${id}::uuid)`;
  return changed === 1;
}
