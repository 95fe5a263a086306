import { leaveFor } from "./leave";
import { tellTabs } from "./tabs";

/** Follows an action's answer to another page, hard; where it stays, the other tabs are told to look again. */
export function go(answer: { status: string; next?: string }) {
  if (answer.status === "go" && answer.next) leaveFor(answer.next);
  else tellTabs();
}
