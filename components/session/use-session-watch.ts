"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { Peek } from "@/lib/session";
import { isPrivatePage, leaveForLogin } from "./leave";
import { leaveUnproven } from "./prove";
import { isLive, type Known, refreshPeek } from "./session-store";
import { hearTabs } from "./tabs";
import { putBackTyped } from "./typed";

/** Asks when the page opens, comes back from the browser's memory, is looked at again, or another tab tells. */
export function usePeeking() {
  const opened = useRef(false);
  useEffect(() => {
    if (!opened.current) refreshPeek();
    opened.current = true;
    const ask = () => document.visibilityState === "visible" && refreshPeek();
    document.addEventListener("visibilitychange", ask);
    window.addEventListener("focus", ask);
    const unhear = hearTabs(refreshPeek);
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
export function useFollowing(peek: Known | null) {
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
    else leaveForLogin();
  }, [peek, router]);
}

/** After a login that follows a timeout: what was typed on this page is put back. */
export function useTyped(peek: Known | null) {
  const hasDraft = isLive(peek) && peek.hasDraft;
  useEffect(() => {
    if (hasDraft) putBackTyped();
  }, [hasDraft]);
}

/** Guests' sessions come and go without anything private on the page; a member's is somebody's. */
function whose(peek: Peek): string {
  return isLive(peek) && peek.status === "member" ? `member ${peek.id}` : "nobody";
}

/** Looks at a page from memory once the router has brought it. */
export function useProof() {
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another page
  useEffect(leaveUnproven, [pathname]);
}
