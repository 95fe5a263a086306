"use client";

// Tabs of one browser share one cookie, so they take turns at writing it and tell each other when it changed. A browser that
// blocks cookies refuses locks and channels too; then each tab works alone.

const LOCK = "session-cookie";

/** One channel for the whole page, since a channel does not get its own messages. Null if the browser refuses it. */
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
 * Runs a request that may write the session cookie while no other tab runs one, since a late answer would overwrite a newer
 * cookie. If the browser has no locks (plain http) or refuses them, the request runs at once.
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
    // The other tabs ask when they are looked at.
  }
}

/** Calls `listener` when another tab tells. Returns how to stop. */
export function listenToTabs(listener: () => void): () => void {
  const heard = () => listener();
  openChannel()?.addEventListener("message", heard);
  return () => openChannel()?.removeEventListener("message", heard);
}
