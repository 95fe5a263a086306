"use client";

import type { Peek } from "@/lib/session";
import { isOwnPage, isPrivatePage, navigateToLogin } from "./navigation";
import { coverPage, isPageCovered, uncoverPage } from "./page-cover";
import { getKnownSession, identifySession, refreshPeek } from "./session-store";

// Back and forward show pages from the browser's or the router's cache without asking the server. Such a page is covered
// until the server has confirmed that the session is still the one it was made for (docs/decisions/0040).

let asking = 0;
/** The server's last answer to that; null when there was none. */
let answer: Peek | null = null;

globalThis.addEventListener?.("pageshow", async ({ persisted }) => {
  if (!persisted) return;
  await prove();
  if (!isOwnPage()) uncoverPage();
});
// Only the router's history entries have a state. A jump within the page has none and shows nothing new.
globalThis.addEventListener?.("popstate", async ({ state }) => {
  if (!state) return;
  const verdict = await prove();
  // The router may still show its cached page after the answer came: it belongs to the old session.
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

/** Leaves a covered page that was not confirmed: to the login page, which says why, or by reloading it. */
export function reloadUnverifiedPage() {
  if (asking > 0 || !isPageCovered() || !isOwnPage()) return;
  if (answer && answer.status !== "member" && isPrivatePage()) navigateToLogin();
  else location.reload();
}
