"use client";

// Tabs of one browser share one cookie: they take turns at writing it and tell each other what changed.

const LOCK = "session-cookie";

/** One channel for the page: a channel does not hear itself. */
let channel: BroadcastChannel | undefined;

function openChannel(): BroadcastChannel {
  channel ??= new BroadcastChannel("session");
  return channel;
}

/**
 * Runs a request that may write the session cookie while no other tab runs one, until its answer is in: a late answer
 * would undo a newer state. Where the browser has no locks (plain http), it just runs.
 */
export function takeTurn<T>(request: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(LOCK, request) : request();
}

/** Tells the other tabs that the session or its cart changed. */
export function tellTabs() {
  openChannel().postMessage("changed");
}

/** Calls `listener` when another tab tells. Returns how to stop. */
export function hearTabs(listener: () => void): () => void {
  const heard = () => listener();
  openChannel().addEventListener("message", heard);
  return () => openChannel().removeEventListener("message", heard);
}
