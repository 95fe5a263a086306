import { createHash } from "node:crypto";
import { z } from "zod";

// Where a draft belongs and what may be in it. A draft holds what somebody typed, by the names of the fields, and never a
// password or a card. Pure.

export type Fields = Record<string, string>;

export type DraftPlace = {
  path: string;
  /** One form of that page; without it the draft is the whole page's. */
  form?: string;
  /**
   * When the draft is given back. "always": each time the page is shown, until it is deleted. "once": the next time the page
   * is shown. "once confirmed": the next time it is shown to a fresh login, but not later than `freshFor` after the saving.
   */
  given: "always" | "once" | "once confirmed";
  /** The only fields that are kept; without it every field. */
  names?: readonly string[];
};

export type DraftPurpose = `draft:${string}`;

/** The name of a place's draft in the session's row. Hashed, since a path may hold the token of a mailed link. */
export function nameDraft({ path, form = "" }: Pick<DraftPlace, "path" | "form">): DraftPurpose {
  const hash = createHash("sha256").update(JSON.stringify([path, form]));
  return `draft:${hash.digest("base64url").slice(0, 22)}`;
}

const MAX_FIELDS = 60;
const MAX_NAME = 100;
const MAX_VALUE = 4_000;
/** Characters of all names and values of one draft together. */
const MAX_SIZE = 30_000;

export const fieldsSchema = z
  .record(z.string().max(MAX_NAME), z.string().max(MAX_VALUE))
  .refine((fields) => Object.keys(fields).length <= MAX_FIELDS);

/** The text fields of a form that have one of these names. */
export function pickFields(form: FormData, names: readonly string[]): Fields {
  const present = names.filter((name) => typeof form.get(name) === "string");
  return Object.fromEntries(present.map((name) => [name, String(form.get(name)).slice(0, MAX_VALUE)]));
}

/** Joins what was kept with what was typed since. If that is too much, the older fields are dropped. */
export function mergeFields({ names }: Pick<DraftPlace, "names">, before: Fields, typed: Fields): Fields {
  const merged: Fields = {};
  let [left, size] = [MAX_FIELDS, MAX_SIZE];
  for (const [name, value] of [...Object.entries(typed), ...Object.entries(before)]) {
    if (Object.hasOwn(merged, name) || names?.includes(name) === false) continue;
    left -= 1;
    size -= name.length + value.length;
    if (left < 0 || size < 0) break;
    merged[name] = value;
  }
  return merged;
}
