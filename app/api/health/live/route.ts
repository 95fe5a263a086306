import { connection } from "next/server";

/** Whether this process answers at all. Does not ask the database, so that its outage restarts no instance. */
export async function GET() {
  await connection();
  return Response.json({ status: "live" }, { headers: { "cache-control": "no-store" } });
}
