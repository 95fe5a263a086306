"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { collectChanges, type FormDraft } from "./form-draft";

// A page that was open during a deploy may call an action, or ask for a script, that the new build does not have. It is
// reloaded, with what was typed on it. Only once: if the reloaded page fails as well, it would reload for ever.

const KEPT = "renewed";

let renewed: FormDraft | null | undefined;

/** Whether an error means that the page is older than the server. */
export function isOutdatedBuildError(error: unknown): boolean {
  return unstable_isUnrecognizedActionError(error) || (error instanceof Error && error.name === "ChunkLoadError");
}

/** What was typed on this page before it was reloaded; null when it was not reloaded. */
export function readKeptFields(): FormDraft | null {
  if (renewed !== undefined) return renewed;
  renewed = null;
  try {
    const kept: { path?: string; typed?: FormDraft } = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
    sessionStorage.removeItem(KEPT);
    if (kept.path === location.pathname) renewed = kept.typed ?? null;
  } catch {
    // The browser refuses sessionStorage, so nothing was kept in it.
  }
  return renewed;
}

/** Reloads the page, unless it was reloaded already or what was typed cannot be kept: then the person decides. */
export function reloadOnce() {
  if (readKeptFields()) return;
  try {
    sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, typed: collectChanges() }));
  } catch {
    return;
  }
  location.reload();
}
