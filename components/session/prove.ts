"use client";

import type { Peek } from "@/lib/session";
import { cover, isCovered, uncover } from "./cover";
import { isOwnPage, isPrivatePage, leaveForLogin } from "./leave";
import { knownSession, refreshPeek, whichSession } from "./session-store";

// Back and forward show pages from memory, the browser's own or the router's, and no server is asked. Such a page is
// covered until the server has named the session it was made for once more (docs/decisions/0048).

let asking = 0;
/** What the server said to it; null when it could not. */
let answer: Peek | null = null;

globalThis.addEventListener?.("pageshow", async ({ persisted }) => {
  if (!persisted) return;
  await prove();
  if (!isOwnPage()) uncover();
});
// Only what the router put into the history has a state: a jump within the page shows nothing that was not there.
globalThis.addEventListener?.("popstate", async ({ state }) => {
  if (!state) return;
  const verdict = await prove();
  // What the router still brings, later than the answer, is of before.
  if (verdict === "changed" && !isOwnPage()) location.reload();
});

async function prove(): Promise<"same" | "changed" | "unknown"> {
  cover();
  asking++;
  const before = knownSession();
  answer = await refreshPeek();
  asking--;
  const now = answer && whichSession(answer);
  const verdict = now === null || before === null ? "unknown" : now === before ? "same" : "changed";
  if (verdict === "same") uncover();
  else leaveUnproven();
  return verdict;
}

/** Leaves a page of somebody's own that nobody has proven: for the login page, which says why, or for what it is now. */
export function leaveUnproven() {
  if (asking > 0 || !isCovered() || !isOwnPage()) return;
  if (answer && answer.status !== "member" && isPrivatePage()) leaveForLogin();
  else location.reload();
}
