import { createRequire } from "node:module";

// Run as a process of its own: counts how often argon2 verifies while addresses and passwords are looked at, given as
// JSON. The library is wrapped before anything imports it.

const argon2 = createRequire(import.meta.url)("@node-rs/argon2");
const verify = argon2.verify;
let count = 0;
argon2.verify = (...given: unknown[]) => {
  count++;
  return verify(...given);
};

const { verifyCredentials } = await import("../lib/users");
const tries: { email: string; password: string }[] = JSON.parse(process.argv[2] ?? "[]");
const counts: number[] = [];
for (const { email, password } of tries) {
  count = 0;
  await verifyCredentials(email, password);
  counts.push(count);
}
console.log(JSON.stringify(counts));
process.exit(0);
