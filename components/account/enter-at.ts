import { tellTabs } from "@/components/session/tabs";

/** After a login: tells the other tabs and navigates hard, so that nothing the router remembers of before survives. */
export function enterAt(answer: { status: string; next?: string }) {
  if (answer.status !== "entered" || !answer.next) return;
  tellTabs();
  location.assign(answer.next);
}
