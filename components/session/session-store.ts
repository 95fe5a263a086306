"use client";

import { useSyncExternalStore } from "react";
import type { Peek } from "@/lib/session";

// What this tab knows about the browser's session: one answer of /api/session, shared by everything on the page.

type Known = Exclude<Peek, { status: "ended" }> | { status: "ended"; message: string };

let known: Known | null = null;
let asked = 0;
const listeners = new Set<() => void>();

function publish(next: Known | null) {
  known = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is known, or null before the first answer. */
export function useSessionPeek(): Known | null {
  return useSyncExternalStore(
    subscribe,
    () => known,
    () => null,
  );
}

/** Asks the server again. A late answer never replaces a newer one; a failing server changes nothing. */
export async function refreshPeek(): Promise<void> {
  const turn = ++asked;
  const response = await fetch("/api/session", { cache: "no-store" }).catch(() => null);
  if (!response?.ok) return;
  const answer: Known = await response.json();
  if (turn === asked) publish(answer);
}

/** Shows a count before or after the server has confirmed it. */
export function showCartCount(cartCount: number) {
  asked++;
  publish(known && "cartCount" in known ? { ...known, cartCount } : guestWith(cartCount));
}

/** The count on show. */
export function shownCartCount(): number {
  return known && "cartCount" in known ? known.cartCount : 0;
}

function guestWith(cartCount: number): Known {
  return {
    status: "guest",
    name: null,
    cartCount,
    idleInMs: Number.POSITIVE_INFINITY,
    absoluteInMs: Number.POSITIVE_INFINITY,
  };
}
