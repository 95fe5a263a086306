import { answered, prisma, type Transaction } from "@/lib/db";
import { hashPassword, verifyPassword } from "@/lib/password";

// This is the only file that touches accounts.

/** An account whose password was just verified; `passwordHash` says which password that was. */
export type VerifiedUser = { id: string; passwordHash: string };

/** One spelling per mailbox: what is stored and what is looked up. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Opens an account. Null when the address has one already. Throws Unavailable. */
export async function createUser(user: {
  name: string;
  email: string;
  password: string;
}): Promise<{ id: string } | null> {
  const passwordHash = await hashPassword(user.password);
  return answered(async () => {
    const created = await prisma().user.createManyAndReturn({
      data: { name: user.name.trim(), email: normaliseEmail(user.email), passwordHash },
      select: { id: true },
      skipDuplicates: true,
    });
    return created[0] ?? null;
  });
}

/**
 * The account of this address and password, or null: unknown, wrong and disabled look alike and cost one argon2
 * verification each (ASVS 6.3.8). Throws Unavailable.
 */
export async function verifyCredentials(email: string, password: string): Promise<VerifiedUser | null> {
  const user = await answered(() => prisma().user.findUnique({ where: { email: normaliseEmail(email) } }));
  const isOpen = user !== null && user.disabledAt === null && user.deletedAt === null;
  const fits = await verifyPassword((isOpen && user.passwordHash) || null, password);
  return fits && user?.passwordHash ? { id: user.id, passwordHash: user.passwordHash } : null;
}

/**
 * Takes the user's row until the transaction is over and looks again: argon2 takes long enough for the account to be
 * disabled or the password to be changed. False then. NO KEY: it must not wait for rows that merely refer to the user.
 */
export async function lockVerified(tx: Transaction, user: VerifiedUser): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM "User" WHERE id = ${user.id}::uuid AND "passwordHash" = ${user.passwordHash}
      AND "disabledAt" IS NULL AND "deletedAt" IS NULL FOR NO KEY UPDATE`;
  return rows.length === 1;
}
