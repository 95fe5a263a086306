"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { hearTabs, tellTabs } from "@/components/session/tabs";

/** Asks the server again when the tab comes back or another tab tells: a sleeping laptop wakes to the truth. */
export function KeepCurrent({ isOver }: { isOver: boolean }) {
  const router = useRouter();
  useEffect(() => {
    const ask = () => document.visibilityState === "visible" && router.refresh();
    const askIfRestored = ({ persisted }: PageTransitionEvent) => persisted && router.refresh();
    window.addEventListener("pageshow", askIfRestored);
    document.addEventListener("visibilitychange", ask);
    const unhear = hearTabs(() => router.refresh());
    return () => {
      window.removeEventListener("pageshow", askIfRestored);
      document.removeEventListener("visibilitychange", ask);
      unhear();
    };
  }, [router]);
  // This page has said why; only then the other tabs may ask, since it is said once.
  useEffect(() => {
    if (isOver) tellTabs();
  }, [isOver]);
  return null;
}
