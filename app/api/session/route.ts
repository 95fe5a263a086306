import { answerPrivately } from "@/lib/actions/answer-privately";
import { peekSession, reportActivity } from "@/lib/session";

/** GET, the peek: what the header may know of this browser's session. Never extends it. */
export async function GET() {
  return answerPrivately(peekSession);
}

/** POST, activity after real input: extends the session. Has no body. */
export async function POST() {
  return answerPrivately(reportActivity);
}
