"use client";

// Tabs of one browser share one cookie: they take turns at writing it and tell each other what changed. Browsers that
// block cookies refuse both means, by an error or by not having them; then each tab is on its own.

const LOCK = "session-cookie";

/** One channel for the page: a channel does not hear itself. Null where the browser refuses it. */
let channel: BroadcastChannel | null | undefined;

function openChannel(): BroadcastChannel | null {
  try {
    channel ??= new BroadcastChannel("session");
  } catch {
    channel = null;
  }
  return channel;
}

/**
 * Runs a request that may write the session cookie while no other tab runs one, until its answer is in: a late answer
 * would undo a newer state. Where the browser has no locks (plain http) or refuses them, it just runs.
 */
export async function takeTurn<T>(request: () => Promise<T>): Promise<T> {
  let running: Promise<T> | undefined;
  const run = () => {
    running ??= request();
    return running;
  };
  try {
    return await navigator.locks.request(LOCK, run);
  } catch {
    return run();
  }
}

/** Tells the other tabs that the session or its cart changed. */
export function tellTabs() {
  try {
    openChannel()?.postMessage("changed");
  } catch {
    // The others find out when they are looked at.
  }
}

/** Calls `listener` when another tab tells. Returns how to stop. */
export function listenToTabs(listener: () => void): () => void {
  const heard = () => listener();
  openChannel()?.addEventListener("message", heard);
  return () => openChannel()?.removeEventListener("message", heard);
}
