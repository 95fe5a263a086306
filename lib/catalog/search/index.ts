import { query } from "@/lib/db";
import { type SearchQuery, searchWords } from "./query";
import { nearestWord } from "./spelling";
import { searchStatement, spellingStatement } from "./statement";

// Search: one statement (statement.ts) over prices and stock as they are now.

export type FoundVariant = {
  sku: string;
  glaze: string;
  priceCents: number;
  stock: number;
  photo: string;
  alt: string;
  /** Fits the filters. */
  matches: boolean;
  /** How well the words fit the glaze. */
  fit: number;
};

export type FoundPiece = { slug: string; name: string; variants: FoundVariant[] };

export type Found = { total: number; page: number; pieces: FoundPiece[] };

/**
 * Returns the page of pieces that a question asks for; a page beyond the last gives the last. When nothing is found but
 * a similar word would be, `corrected` is what was searched for instead. Throws Unavailable.
 */
export async function searchPieces(asked: SearchQuery, size?: number): Promise<Found & { corrected: string | null }> {
  const found = await find(asked, size);
  if (found.total > 0 || !asked.q) return { ...found, corrected: null };
  const corrected = await correct(asked.q);
  return { ...(corrected ? await find({ ...asked, q: corrected }, size) : found), corrected };
}

async function find(asked: SearchQuery, size?: number): Promise<Found> {
  const [found] = await query<Found>(searchStatement(asked, size));
  return found ?? { total: 0, page: 1, pieces: [] };
}

/** Replaces each unknown word of a question by the similar known one; null when there is nothing to replace. */
async function correct(q: string): Promise<string | null> {
  const words = searchWords(q);
  if (words.length === 0) return null;
  const spelled = await query<{ typed: string; near: string[] }>(spellingStatement(words));
  const meant = spelled.map(({ typed, near }) => nearestWord(typed, near) ?? typed);
  return meant.join(" ") === words.join(" ") ? null : meant.join(" ");
}
