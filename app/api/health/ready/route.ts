import { connection } from "next/server";
import { answerJson, runHandler } from "@/lib/actions/run-handler";
import { requireDatabase } from "@/lib/db/health-probe";

/** Whether this process can serve pages that need the database; 503 when not. Reads no session. */
export async function GET() {
  await connection();
  return runHandler(async () => {
    await requireDatabase();
    return answerJson({ status: "ready" });
  });
}
