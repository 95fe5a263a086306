"use client";

import type { Peek } from "@/lib/session";
import { isOwnPage, isPrivatePage, navigateToLogin } from "./navigation";
import { coverPage, isPageCovered, uncoverPage } from "./page-cover";
import { getKnownSession, identifySession, refreshPeek } from "./session-store";

// Back and forward show pages from memory, the browser's own or the router's, and no server is asked. Such a page is
// covered until the server has named the session it was made for once more (docs/decisions/0040).

let asking = 0;
/** What the server said to it; null when it could not. */
let answer: Peek | null = null;

globalThis.addEventListener?.("pageshow", async ({ persisted }) => {
  if (!persisted) return;
  await prove();
  if (!isOwnPage()) uncoverPage();
});
// Only what the router put into the history has a state: a jump within the page shows nothing that was not there.
globalThis.addEventListener?.("popstate", async ({ state }) => {
  if (!state) return;
  const verdict = await prove();
  // What the router still brings, later than the answer, is of before.
  if (verdict === "changed" && !isOwnPage()) location.reload();
});

async function prove(): Promise<"same" | "changed" | "unknown"> {
  coverPage();
  asking++;
  const before = getKnownSession();
  answer = await refreshPeek();
  asking--;
  const now = answer && identifySession(answer);
  const verdict = now === null || before === null ? "unknown" : now === before ? "same" : "changed";
  if (verdict === "same") uncoverPage();
  else reloadUnverifiedPage();
  return verdict;
}

/** Leaves a page of somebody's own that nobody has proven: for the login page, which says why, or for what it is now. */
export function reloadUnverifiedPage() {
  if (asking > 0 || !isPageCovered() || !isOwnPage()) return;
  if (answer && answer.status !== "member" && isPrivatePage()) navigateToLogin();
  else location.reload();
}
