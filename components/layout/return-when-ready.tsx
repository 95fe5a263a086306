"use client";

import { useEffect, useState } from "react";

const INTERVAL_MS = 3_000;

/** Loads the page again once the shop can serve it. Without JavaScript there is a link. */
export function ReturnWhenReady() {
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    // Whoever opened this page by its own address stays.
    if (location.pathname === "/unavailable") return;
    setWaiting(true);
    const timer = setInterval(async () => {
      if (document.visibilityState !== "visible") return;
      const response = await fetch("/api/health/ready", { cache: "no-store" }).catch(() => null);
      // Not reload(), which would send a form again.
      if (response?.ok) location.replace(location.href);
    }, INTERVAL_MS);
    return () => clearInterval(timer);
  }, []);
  return <p className="mt-8 min-h-6 text-sm text-soft">{isWaiting && "This page tries again by itself."}</p>;
}
