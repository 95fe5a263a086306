import { randomUUID } from "node:crypto";
import { hashPassword } from "@/lib/users/password";
import { sql } from "./database";

export { hashPassword };

export type Account = { id: string; name: string; email: string; password: string };

/** An account of the test's own, in the database before the test begins. */
export async function createAccount(role: "CUSTOMER" | "STAFF" = "CUSTOMER"): Promise<Account> {
  const account = {
    id: randomUUID(),
    name: "Robin Test",
    email: `robin-${randomUUID()}@example.com`,
    password: `pw-${randomUUID()}`,
  };
  const passwordHash = await hashPassword(account.password);
  await sql(`INSERT INTO "User" (id, email, name, "passwordHash", role) VALUES ($1, $2, $3, $4, $5::"Role")`, [
    account.id,
    account.email,
    account.name,
    passwordHash,
    role,
  ]);
  return account;
}

export async function deleteAccount(email: string) {
  const [user] = await sql<{ id: string }>(`SELECT id FROM "User" WHERE email = $1`, [email]);
  if (user) await forgetAccount(user.id);
}

/** Deletes an account by its id, since its address may have changed. */
export async function forgetAccount(id: string) {
  await sql(`DELETE FROM "Cart" WHERE "userId" = $1`, [id]);
  await sql(`DELETE FROM "Session" WHERE "userId" = $1`, [id]);
  await sql(`DELETE FROM "User" WHERE id = $1`, [id]);
}
