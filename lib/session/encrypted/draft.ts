import "server-only";
import { resolveToken } from "@/lib/session/current";
import { TryAgain } from "@/lib/session/errors";
import { freshFor, isFresh } from "@/lib/session/policy";
import { replaceGuestToken } from "@/lib/session/rotate";
import type { Session } from "@/lib/session/store";
import { type DraftPlace, type Fields, fieldsSchema, mergeFields, nameDraft } from "./draft-place";
import { changeEncrypted, readEncrypted, takeEncrypted } from "./store";

// Drafts: what somebody typed is kept while they type, over a timeout, and until they have confirmed who they are.

/**
 * Adds fields to a place's draft, in a live session or in a member's session that ended by itself. False when there is no
 * such session or its account was deleted. A guest gets a new token (`replaceGuestToken`) before the first draft of a place,
 * and whenever a page sends its `page` key. Throws TryAgain, TooManyTries and Unavailable.
 */
export async function saveDraft(place: DraftPlace, fields: Fields, page?: string): Promise<boolean> {
  if (page !== undefined) await replaceGuestToken(page);
  const session = await findDraftSession();
  if (!session) return false;
  const purpose = nameDraft(place);
  const known = parseFields(await readEncrypted(session.id, purpose));
  if (!session.user && !known) await replaceGuestToken();
  const merge = (before: Fields | null) => mergeFields(place, before ?? {}, fields);
  if (place.given === "always" && known && isSame(known, merge(known))) return true;
  const waits = place.given === "once";
  return changeEncrypted(session.id, purpose, (before) => merge(parseFields(before)), { waits });
}

async function findDraftSession(): Promise<Session | undefined> {
  const found = await resolveToken();
  if (found.state === "retry") throw new TryAgain("The token was just replaced");
  return found.state === "none" ? found.toldBefore?.session : found.session;
}

/** Returns the draft of a place whose page always shows it; empty when there is none. Throws Unavailable. */
export async function readDraft(sessionId: string, place: DraftPlace & { given: "always" }): Promise<Fields> {
  return parseFields(await readEncrypted(sessionId, nameDraft(place))) ?? {};
}

/** Hands out these places' drafts, each once. Null where there is none, or it may not be given now. Throws Unavailable. */
export async function takeDrafts<Places extends readonly DraftPlace[]>(places: readonly [...Places]) {
  const found = await resolveToken();
  const given = places.filter((place) => found.state === "live" && isGiven(place, found));
  const wanted = given.map((place) => ({
    purpose: nameDraft(place),
    within: place.given === "once confirmed" ? freshFor : Number.POSITIVE_INFINITY,
  }));
  const taken = found.state === "live" && wanted.length > 0 ? await takeEncrypted(found.session.id, wanted) : [];
  return places.map((place) => parseFields(taken[given.indexOf(place)])) as { [place in keyof Places]: Fields | null };
}

function isGiven({ given }: DraftPlace, { session, now }: { session: Session; now: Date }): boolean {
  return given === "once" ? session.hasDraft : given === "once confirmed" && isFresh(session, now);
}

function parseFields(opened: unknown): Fields | null {
  return fieldsSchema.safeParse(opened).data ?? null;
}

const isSame = (one: Fields, other: Fields) =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
