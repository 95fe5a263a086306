import { leaveFor } from "@/components/session/leave";
import { isCookieRefused } from "@/components/session/session-store";

/**
 * After a login: tells the other tabs and navigates hard, so that nothing the router remembers of before survives.
 * Where the browser dropped the cookie, the login page says so.
 */
export async function enterAt(answer: { status: string; next?: string }) {
  if (answer.status !== "entered" || !answer.next) return;
  leaveFor((await isCookieRefused()) ? "/login?entered" : answer.next);
}
