import { connection } from "next/server";

/** Whether this process answers at all. Asks nobody else, so that a database's outage restarts no instance. */
export async function GET() {
  await connection();
  return Response.json({ status: "live" }, { headers: { "cache-control": "no-store" } });
}
