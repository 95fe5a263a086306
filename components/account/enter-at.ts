import { isCookieRefused } from "@/components/session/session-store";
import { tellTabs } from "@/components/session/tabs";

/**
 * After a login: tells the other tabs and navigates hard, so that nothing the router remembers of before survives.
 * Where the browser dropped the cookie, the login page says so.
 */
export async function enterAt(answer: { status: string; next?: string }) {
  if (answer.status !== "entered" || !answer.next) return;
  tellTabs();
  location.assign((await isCookieRefused()) ? "/login?entered" : answer.next);
}
