import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { takeTurn } from "@/lib/take-turns";

// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane.
const OPTIONS = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** NIST SP 800-63B-4 section 3.1.1.2: a minimum length, a generous maximum, no composition rules. */
export const passwordLength = { min: 8, max: 128 };

/** Each takes one of the four threads that Node also reads files and looks up names with; nobody waits for very long. */
const turns = { name: "hashes", atOnce: 2, mayWait: 40 };

/** A salted argon2id hash in PHC form. Throws Busy. */
export async function hashPassword(password: string): Promise<string> {
  return takeTurn(turns, () => hash(preparePassword(password), OPTIONS));
}

/**
 * A password as it is hashed, however the keyboard spells it: in NFC, any blank a space (RFC 8265, OpaqueString). Case
 * stays.
 */
export function preparePassword(password: string): string {
  return password.replace(/\p{Zs}/gu, " ").normalize("NFC");
}

let decoy: Promise<string> | undefined;

/**
 * Whether `password` fits. Takes as long without a hash as with one, so that time does not tell who has an account. One
 * verification, and a second for a spelling that is not the prepared one: older hashes were made of what was typed
 * (decision 0049). Throws Busy.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hash("nobody's password", OPTIONS);
  const compared = passwordHash ?? (await decoy);
  const prepared = preparePassword(password);
  const fits = await takeTurn(
    turns,
    async () => (await verify(compared, prepared)) || (prepared !== password && (await verify(compared, password))),
  );
  return fits && passwordHash !== null;
}
