import "server-only";
import { changeSealed, type Draft, readSealed, takeDraft } from "./drafts";
import { look } from "./look";
import { TryAgain } from "./refusal";
import { renewGuest } from "./renew";
import type { Purpose } from "./sealed";

// What a person types is kept in their session.

/** Keeps what was typed, in a live session or a member's that ended by itself; false in no other. Throws TryAgain. */
export async function saveDraft(draft: Draft): Promise<boolean> {
  return changeRemembered("draft", () => draft);
}

/**
 * Changes what is sealed for one purpose, as `saveDraft` does. A guest's first gets a new token (see `renewGuest`), also
 * from a page that did not ask for one.
 */
export async function changeRemembered(purpose: Purpose, change: (before: unknown) => unknown): Promise<boolean> {
  const found = await look();
  if (found.state === "retry") throw new TryAgain("The token was just replaced");
  const session = found.state === "none" ? found.said?.session : found.session;
  if (!session) return false;
  if (!session.user && !(await readSealed(session.id, purpose))) await renewGuest();
  return changeSealed(session.id, purpose, change);
}

/** Hands out what was typed on the page at `path` before a timeout, once. */
export async function restoreDraft(path: string): Promise<Draft["fields"] | null> {
  const found = await look();
  return found.state === "live" && found.session.hasDraft ? takeDraft(found.session.id, path) : null;
}
