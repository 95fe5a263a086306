"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { Peek } from "@/lib/session";
import { restoreFormDraft } from "./form-draft";
import { isPrivatePage, navigateToLogin } from "./navigation";
import { reloadUnverifiedPage } from "./restored-page";
import { isLive, type Known, refreshPeek } from "./session-store";
import { listenToTabs } from "./tabs";

/** Asks when the page opens, comes back from the browser's memory, is looked at again, or another tab tells. */
export function useSessionPeeking() {
  const opened = useRef(false);
  useEffect(() => {
    if (!opened.current) refreshPeek();
    opened.current = true;
    const ask = () => document.visibilityState === "visible" && refreshPeek();
    document.addEventListener("visibilitychange", ask);
    window.addEventListener("focus", ask);
    const unhear = listenToTabs(refreshPeek);
    return () => {
      document.removeEventListener("visibilitychange", ask);
      window.removeEventListener("focus", ask);
      unhear();
    };
  }, []);
}

/**
 * Follows a session that changed hands while the page was open: a private page is left, and whatever the router
 * remembers of before is forgotten.
 */
export function useSessionEnd(peek: Known | null) {
  const router = useRouter();
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (peek === null) return;
    const now = whose(peek);
    const was = before.current;
    before.current = now;
    if (was === null || was === now) return;
    if (!isPrivatePage()) router.refresh();
    else if (now.startsWith("member")) location.reload();
    else navigateToLogin();
  }, [peek, router]);
}

/** After a login that follows a timeout: what was typed on this page is put back. */
export function useFormDraft(peek: Known | null) {
  const hasDraft = isLive(peek) && peek.hasDraft;
  useEffect(() => {
    if (hasDraft) restoreFormDraft();
  }, [hasDraft]);
}

/** Guests' sessions come and go without anything private on the page; a member's is somebody's. */
function whose(peek: Peek): string {
  return isLive(peek) && peek.status === "member" ? `member ${peek.id}` : "nobody";
}

/** Looks at a page from memory once the router has brought it. */
export function useRestoredPage() {
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another page
  useEffect(reloadUnverifiedPage, [pathname]);
}
