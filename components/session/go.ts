import { tellTabs } from "./tabs";

/** Follows an action's answer to another page, hard, so that nothing the router remembers of before survives. */
export function go(answer: { status: string; next?: string }) {
  tellTabs();
  if (answer.status === "go" && answer.next) location.assign(answer.next);
}
