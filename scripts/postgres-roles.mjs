/** The roles of a PostgreSQL of our own: its superuser, whom only these scripts use, and the two of prisma/roles.sql. */
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";

/** Made with the cluster. PostgreSQL does not let anybody take rights from it. */
export const superuser = "shop";
export const ownerRole = "cookie_jar_owner";
export const shopRole = "cookie_jar_shop";

/** Each role has its own password, and none can be computed from another. */
export function passwordOf(role, password) {
  return role === superuser ? password : createHmac("sha256", password).update(role).digest("hex");
}

/** Makes the two roles, if they are not there yet, and grants them the database that `client` is connected to. */
export async function grantRoles(client) {
  await client.query(readFileSync(inRoot("prisma/roles.sql"), "utf8"));
}

/** `client` is the superuser's. */
export async function setPasswords(client, password) {
  for (const role of [ownerRole, shopRole])
    await client.query(`ALTER ROLE ${role} PASSWORD '${passwordOf(role, password)}'`);
}
