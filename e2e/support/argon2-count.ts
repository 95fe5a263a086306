import { createRequire } from "node:module";

// Run as a process of its own: counts how often argon2 verifies and hashes while addresses and passwords are looked at,
// and while links for a new password are used, given as JSON. The library is wrapped before anything imports it.

type Try = { email: string; password: string } | { link: string };

const argon2 = createRequire(import.meta.url)("@node-rs/argon2");
const { verify, hash } = argon2;
const count = { verified: 0, hashed: 0 };
argon2.verify = (...given: unknown[]) => {
  count.verified++;
  return verify(...given);
};
argon2.hash = (...given: unknown[]) => {
  count.hashed++;
  return hash(...given);
};

const { verifyCredentials } = await import("../../lib/users");
const { resetPassword } = await import("../../lib/account/links");
const tries: Try[] = JSON.parse(process.argv[2] ?? "[]");
const counts: (typeof count)[] = [];
for (const one of tries) {
  Object.assign(count, { verified: 0, hashed: 0 });
  if ("link" in one) await resetPassword(one.link, "a kettle for two people").catch(letBe);
  else await verifyCredentials(one.email, one.password);
  counts.push({ ...count });
}

/** The mail that follows a new password wants a request of Next's; here is none. */
function letBe(error: Error) {
  if (!error.message.includes("outside a request scope")) throw error;
}

console.log(JSON.stringify(counts));
process.exit(0);
