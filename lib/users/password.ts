import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { preparePassword } from "@/lib/input/password";
import { takeTurn } from "@/lib/rate-limit/turns";

// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane.
const OPTIONS = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Each takes one of the four threads that Node also reads files and looks up names with; nobody waits for very long. */
const turns = { name: "hashes", atOnce: 2, mayWait: 40 };

/** A salted argon2id hash in PHC form. Throws Busy. */
export async function hashPassword(password: string): Promise<string> {
  return takeTurn(turns, () => hash(preparePassword(password), OPTIONS));
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
