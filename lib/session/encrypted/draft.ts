import "server-only";
import { resolveToken } from "@/lib/session/current";
import { TryAgain } from "@/lib/session/errors";
import { replaceGuestToken } from "@/lib/session/rotate";
import type { Purpose } from "./crypto";
import { changeEncrypted, type Draft, readEncrypted, takeDraft } from "./store";

// What a person types is kept in their session.

/** Keeps what was typed, in a live session or a member's that ended by itself; false in no other. Throws TryAgain. */
export async function saveDraft(draft: Draft): Promise<boolean> {
  return changeSessionDraft("draft", () => draft);
}

/**
 * Changes what is sealed for one purpose, as `saveDraft` does. A guest's first gets a new token (see `replaceGuestToken`), also
 * from a page that did not ask for one.
 */
export async function changeSessionDraft(purpose: Purpose, change: (before: unknown) => unknown): Promise<boolean> {
  const found = await resolveToken();
  if (found.state === "retry") throw new TryAgain("The token was just replaced");
  const session = found.state === "none" ? found.said?.session : found.session;
  if (!session) return false;
  if (!session.user && !(await readEncrypted(session.id, purpose))) await replaceGuestToken();
  return changeEncrypted(session.id, purpose, change);
}

/** Hands out what was typed on the page at `path` before a timeout, once. */
export async function restoreDraft(path: string): Promise<Draft["fields"] | null> {
  const found = await resolveToken();
  return found.state === "live" && found.session.hasDraft ? takeDraft(found.session.id, path) : null;
}
