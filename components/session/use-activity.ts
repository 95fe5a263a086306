"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { touchInterval } from "@/lib/session/policy";
import { isLive, type Known, reportActivity } from "./session-store";

/** A form's own request counts as activity. The glass box's buttons that let time pass must not undo that by a report. */
const SPEAKS_FOR_ITSELF = '[type="submit"], [data-no-activity]';

/** Reports real input and navigation as activity, at most once a minute. Peeks, timers and hidden tabs are no activity. */
export function useActivity(peek: Known | null) {
  const pathname = usePathname();
  const reportedAt = useRef(Number.NEGATIVE_INFINITY);
  const first = useRef(pathname);
  const isHere = isLive(peek) && peek.id !== "";

  useEffect(() => {
    if (!isHere) return;
    const report = (event?: Event) => {
      if (event?.target instanceof Element && event.target.closest(SPEAKS_FOR_ITSELF)) return;
      // Ignore input while the timeout dialog is open.
      if (performance.now() - reportedAt.current < touchInterval || document.querySelector("dialog[open]")) return;
      reportedAt.current = performance.now();
      reportActivity();
    };
    if (first.current !== pathname) report();
    first.current = pathname;
    const inputs = ["pointerdown", "keydown"] as const;
    for (const input of inputs) document.addEventListener(input, report, { passive: true });
    return () => {
      for (const input of inputs) document.removeEventListener(input, report);
    };
  }, [isHere, pathname]);
}
