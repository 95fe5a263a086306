import { answerPrivately } from "@/app/api/answer-privately";
import { peekSession, reportActivity } from "@/lib/session";

/** Peek: what the header may know about this browser's session. Never extends it. */
export async function GET() {
  return answerPrivately(peekSession);
}

/** Activity from real input: extends the session. Has no body; proxy.ts lets only this shop's pages in. */
export async function POST() {
  return answerPrivately(reportActivity);
}
