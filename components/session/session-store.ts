"use client";

import { useSyncExternalStore } from "react";
import type { LivePeek, Peek } from "@/lib/session";

// The last answer of /api/session, shared by everything on the page.

/** `at`: when the answer came, by `performance.now()`, which does not change with the clock. Its durations count from there. */
export type Known = Peek & { at: number };

let known: Known | null = null;
let asked = 0;
let adding = 0;
const listeners = new Set<() => void>();

function publish(peek: Peek) {
  known = { ...peek, at: performance.now() };
  notify();
}

function notify() {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The last answer, or null before the first one. */
export function useSessionPeek(): Known | null {
  return useSyncExternalStore(
    subscribe,
    () => known,
    () => null,
  );
}

/**
 * Asks the server about the session and returns its answer; null when it does not answer, and then nothing changes. A late
 * answer never replaces a newer one.
 */
export async function refreshPeek(): Promise<Peek | null> {
  return ask("GET");
}

/** Reports activity from real input, which extends the session. */
export async function reportActivity(): Promise<Peek | null> {
  return ask("POST");
}

async function ask(method: "GET" | "POST"): Promise<Peek | null> {
  const turn = ++asked;
  const response = await fetch("/api/session", { method, cache: "no-store" }).catch(() => null);
  if (!response?.ok) return null;
  const answer: Peek = await response.json();
  if (turn === asked) publish(answer);
  return answer;
}

/** Whether the browser dropped the cookie it was just given: a session was started, but the next request finds none. */
export async function isCookieRefused(): Promise<boolean> {
  return (await refreshPeek())?.status === "none";
}

/** How many pieces the header shows, with those whose request is still under way, but 0 before the first answer. */
export function useCartCount(): number {
  const peek = useSessionPeek();
  const more = useSyncExternalStore(
    subscribe,
    () => adding,
    () => 0,
  );
  return peek === null ? 0 : cartCountOf(peek) + more;
}

/** Counts pieces before the server has confirmed them. Returns a function that ends this, and takes the confirmed count or null. */
export function showPendingPieces(pieces: number): (confirmed: number | null) => void {
  adding += pieces;
  notify();
  return (confirmed) => {
    adding -= pieces;
    if (confirmed === null || known === null) return notify();
    asked++;
    publish({ ...(isLive(known) ? known : notYetConfirmed), cartCount: confirmed });
  };
}

/** Stands for the session of a first piece until the server has named it. */
const notYetConfirmed: LivePeek = {
  status: "guest",
  id: "",
  name: null,
  cartCount: 0,
  hasDraft: false,
  idleInMs: Number.POSITIVE_INFINITY,
  absoluteInMs: Number.POSITIVE_INFINITY,
};

/** Whether this browser had a session when the server was last asked. */
export function hadSession(): boolean {
  return isLive(known) && known.id !== "";
}

/** The session that the server named last, or null before its first answer. */
export function getKnownSession(): string | null {
  return known && identifySession(known);
}

/** Names a session. A login keeps the id, so the name contains the status: the member's session counts as another one. */
export function identifySession(peek: Peek): string {
  return isLive(peek) ? `${peek.status} ${peek.id}` : "none";
}

/** How many pieces the server named last, or null before its first answer. */
export function getKnownCartCount(): number | null {
  return known && cartCountOf(known);
}

function cartCountOf(peek: Peek): number {
  return isLive(peek) ? peek.cartCount : 0;
}

export function isLive<T extends Peek>(peek: T | null): peek is T & LivePeek {
  return peek?.status === "guest" || peek?.status === "member";
}
