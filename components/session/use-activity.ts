"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { touchInterval } from "@/lib/session/policy";
import { isLive, type Known, reportActivity } from "./session-store";

/** A form that is sent is activity by its own request; and whoever lets time pass must not be given it back. */
const SPEAKS_FOR_ITSELF = '[type="submit"], [data-no-activity]';

/** Reports real input and navigation as activity, at most once a minute; a peek, a timer or a hidden tab never does. */
export function useActivity(peek: Known | null) {
  const pathname = usePathname();
  const reportedAt = useRef(Number.NEGATIVE_INFINITY);
  const first = useRef(pathname);
  const isHere = isLive(peek) && peek.id !== "";

  useEffect(() => {
    if (!isHere) return;
    const report = (event?: Event) => {
      if (event?.target instanceof Element && event.target.closest(SPEAKS_FOR_ITSELF)) return;
      // Under the warning only its buttons speak.
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
