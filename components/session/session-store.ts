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

/**
 * Asks the server again and returns its answer, null when it gives none. A late answer never replaces a newer one; a
 * failing server changes nothing.
 */
export async function refreshPeek(): Promise<Known | null> {
  const turn = ++asked;
  const response = await fetch("/api/session", { cache: "no-store" }).catch(() => null);
  if (!response?.ok) return null;
  const answer: Known = await response.json();
  if (turn === asked) publish(answer);
  return answer;
}

/** Whether the browser dropped the cookie it was just given: a session was started and the next request has none. */
export async function isCookieRefused(): Promise<boolean> {
  return (await refreshPeek())?.status === "none";
}

/** Shows a count before or after the server has confirmed it. */
export function showCartCount(cartCount: number) {
  asked++;
  publish(known && "cartCount" in known ? { ...known, cartCount } : guestWith(cartCount));
}

/** Whether this browser had a session when the server was last asked. */
export function hadSession(): boolean {
  return known !== null && "cartCount" in known;
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
