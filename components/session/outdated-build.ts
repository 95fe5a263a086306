"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { collectFields, type FormDraft } from "./form-draft";

// A page that was open over a deploy: the action it calls, or a script it asks for, may be gone. It is loaded anew with
// what was typed on it: once, since a page that comes so and still finds nothing would go round in a circle.

const KEPT = "renewed";

let renewed: FormDraft | null | undefined;

/** Whether it failed because the page is older than the server. */
export function isOutdatedBuildError(error: unknown): boolean {
  return unstable_isUnrecognizedActionError(error) || (error instanceof Error && error.name === "ChunkLoadError");
}

/** What was typed on this page before it was loaded anew; null when it was not. */
export function readKeptFields(): FormDraft | null {
  if (renewed !== undefined) return renewed;
  renewed = null;
  try {
    const kept: { path?: string; typed?: FormDraft } = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
    sessionStorage.removeItem(KEPT);
    if (kept.path === location.pathname) renewed = kept.typed ?? null;
  } catch {
    // A browser that keeps nothing has kept nothing.
  }
  return renewed;
}

/** Loads the page anew, unless it was already, or what was typed could not be kept: then whoever reads that it failed decides. */
export function reloadOnce() {
  if (readKeptFields()) return;
  try {
    sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, typed: collectFields() }));
  } catch {
    return;
  }
  location.reload();
}
