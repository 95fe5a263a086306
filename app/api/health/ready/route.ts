import { connection } from "next/server";
import { answerPrivately } from "@/app/api/answer-privately";
import { requireDatabase } from "@/lib/db/health-probe";

/** Whether this process can serve pages that need the database; 503 when not. Reads no session. */
export async function GET() {
  await connection();
  return answerPrivately(async () => {
    await requireDatabase();
    return { status: "ready" };
  });
}
