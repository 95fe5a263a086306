import { notFound } from "next/navigation";
import { connection } from "next/server";

/** Every address that no route knows, rendered per request so that its scripts carry the request's nonce. */
export default async function MissingPage() {
  await connection();
  notFound();
}
