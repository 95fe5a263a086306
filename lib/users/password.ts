import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { preparePassword } from "@/lib/input/password";
import { takeTurn } from "@/lib/rate-limit/turns";

// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane.
const OPTIONS = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Each hash takes one of Node's four pool threads, which files and DNS need too: two at most, and a short queue. */
const turns = { name: "hashes", atOnce: 2, mayWait: 40 };

/** A salted argon2id hash in PHC form. Throws Busy. */
export async function hashPassword(password: string): Promise<string> {
  return takeTurn(turns, () => hash(preparePassword(password), OPTIONS));
}

let decoy: Promise<string> | undefined;

/**
 * Whether `password` matches the hash. Takes as long without a hash, so that the time does not tell whether there is an
 * account. A password that preparing changes is verified as typed too, since older hashes were made of that (decision
 * 0049). Throws Busy.
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
