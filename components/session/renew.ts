"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { collectTyped, type Typed } from "./typed";

// A page that was open over a deploy: the action it calls, or a script it asks for, may be gone. It is loaded anew with
// what was typed on it: once, since a page that comes so and still finds nothing would go round in a circle.

const KEPT = "renewed";

let renewed: Typed | null | undefined;

/** Whether it failed because the page is older than the server. */
export function isOutdated(error: unknown): boolean {
  return unstable_isUnrecognizedActionError(error) || (error instanceof Error && error.name === "ChunkLoadError");
}

/** What was typed on this page before it was loaded anew; null when it was not. */
export function readRenewed(): Typed | null {
  if (renewed !== undefined) return renewed;
  renewed = null;
  try {
    const kept: { path?: string; typed?: Typed } = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
    sessionStorage.removeItem(KEPT);
    if (kept.path === location.pathname) renewed = kept.typed ?? null;
  } catch {
    // A browser that keeps nothing has kept nothing.
  }
  return renewed;
}

/** Loads the page anew, unless it was already, or what was typed could not be kept: then whoever reads that it failed decides. */
export function renew() {
  if (readRenewed()) return;
  try {
    sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, typed: collectTyped() }));
  } catch {
    return;
  }
  location.reload();
}
