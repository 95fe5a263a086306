"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { Peek } from "@/lib/session";
import { restoreFormDraft } from "./form-draft";
import { isPrivatePage, navigateToLogin } from "./navigation";
import { reloadUnverifiedPage } from "./restored-page";
import { isLive, type Known, refreshPeek } from "./session-store";
import { listenToTabs } from "./tabs";

/** Asks about the session when the page opens, when it gets the focus or is visible again, and when another tab tells. */
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
 * Reacts when another person, or nobody, is logged in than when the page opened: leaves a private page, and makes the router
 * forget the pages it has cached.
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

/** Puts back what was typed on this page, after the login that follows a timeout. */
export function useFormDraft(peek: Known | null) {
  const hasDraft = isLive(peek) && peek.hasDraft;
  useEffect(() => {
    if (hasDraft) restoreFormDraft();
  }, [hasDraft]);
}

/** Names the person. All guests are "nobody": their pages show nothing private when their session starts or ends. */
function whose(peek: Peek): string {
  return isLive(peek) && peek.status === "member" ? `member ${peek.id}` : "nobody";
}

/** Checks a page from the router's cache once it is shown. */
export function useRestoredPage() {
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another page
  useEffect(reloadUnverifiedPage, [pathname]);
}
