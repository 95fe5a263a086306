"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useSessionPeek } from "@/components/session/session-store";
import { listenToTabs, tellTabs } from "@/components/session/tabs";

type Left = { asOf: number; idleInMs: number };

/**
 * Keeps the page true: asks the server again whenever something may have changed. `left` is null where nothing runs. At
 * the end itself the header leaves the page.
 */
export function RefreshSession({ left, isOver }: { left: Left | null; isOver: boolean }) {
  useAskingAgain();
  useHeedingPeeks(left);
  // This page has said why; only then the other tabs may ask, since it is said once.
  useEffect(() => {
    if (isOver) tellTabs();
  }, [isOver]);
  return null;
}

/** When the tab comes back or another tab tells: a sleeping laptop wakes to the truth. */
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

/** When the header's answer shows that the idle limit moved, as activity moves it. */
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
