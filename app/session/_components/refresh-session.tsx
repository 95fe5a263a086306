"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useSessionPeek } from "@/components/session/session-store";
import { listenToTabs, tellTabs } from "@/components/session/tabs";

type Left = { asOf: number; idleInMs: number };

/**
 * Asks the server again whenever something may have changed. `left`: the time until the next limit, null when nothing
 * runs. When the session ends, the header leaves the page.
 */
export function RefreshSession({ left, isOver }: { left: Left | null; isOver: boolean }) {
  useAskingAgain();
  useHeedingPeeks(left);
  // An end is told once, and this page tells it: only afterwards the other tabs may ask.
  useEffect(() => {
    if (isOver) tellTabs();
  }, [isOver]);
  return null;
}

/** When the tab becomes visible again or another tab tells of a change. */
function useAskingAgain() {
  const router = useRouter();
  useEffect(() => {
    const ask = () => document.visibilityState === "visible" && router.refresh();
    const askIfRestored = ({ persisted }: PageTransitionEvent) => persisted && router.refresh();
    window.addEventListener("pageshow", askIfRestored);
    document.addEventListener("visibilitychange", ask);
    const unhear = listenToTabs(() => router.refresh());
    return () => {
      window.removeEventListener("pageshow", askIfRestored);
      document.removeEventListener("visibilitychange", ask);
      unhear();
    };
  }, [router]);
}

const NOTICEABLE_MS = 3_000;

/** When the header's answer shows that activity moved the idle limit. */
function useHeedingPeeks(left: Left | null) {
  const router = useRouter();
  const peek = useSessionPeek();
  const idleEnd = useRef(Number.POSITIVE_INFINITY);
  useEffect(() => {
    idleEnd.current = performance.now() + (left?.idleInMs ?? Number.POSITIVE_INFINITY);
  }, [left]);
  useEffect(() => {
    const peeked = peek && "idleInMs" in peek ? performance.now() + peek.idleInMs : Number.POSITIVE_INFINITY;
    const moved = Math.abs(peeked - idleEnd.current);
    if (Number.isFinite(moved) && moved > NOTICEABLE_MS) router.refresh();
  }, [peek, router]);
}
