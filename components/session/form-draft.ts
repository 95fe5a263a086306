"use client";

import { sendKeepalive } from "./send-keepalive";
import { takeTurn } from "./tabs";

// Collects what somebody typed on a page, has the server keep it in the session, and fills it in again. A page that is older
// than the server keeps it in the tab while it reloads (outdated-build.ts).

const FIELDS = "input, textarea, select";
const NEVER = new Set(["password", "hidden", "file", "submit", "button"]);
const SECRET = /^(cc-|one-time-code)/;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Values by field. Passwords, codes and card data are never in it. */
export type FormDraft = Record<string, string>;

function findFields(within: ParentNode | null): Field[] {
  const fields = [...(within?.querySelectorAll<Field>(FIELDS) ?? [])];
  return fields.filter((field) => field.name && !NEVER.has(field.type) && !SECRET.test(field.autocomplete));
}

const findPageFields = () => findFields(document.querySelector("main"));

/** The fields of the page that differ from what the server sent. */
export function collectChanges(): FormDraft {
  return readFields(findPageFields().filter(isChanged));
}

/** All fields of some parts of the page, changed or not. */
export function collectGroups(groups: readonly ParentNode[]): FormDraft {
  return readFields(groups.flatMap(findFields));
}

export function fillFields(typed: FormDraft) {
  for (const field of findPageFields()) {
    const value = typed[nameOf(field)];
    if (value !== undefined) setValue(field, value);
  }
}

/** Has the server keep a draft. `page` is the page's key, by which a guest gets a new token. False if it was not kept. */
export async function sendFormDraft(draft: { path: string; fields: FormDraft; page?: string }): Promise<boolean> {
  const response = await sendKeepalive("/api/session/draft", { body: JSON.stringify(draft) }).catch(() => null);
  return response?.ok ?? false;
}

/** Has the server keep what was typed, for the login that follows. */
export async function saveFormDraft(): Promise<void> {
  const draft = { path: location.pathname, fields: collectChanges() };
  if (Object.keys(draft.fields).length > 0) await takeTurn(() => sendFormDraft(draft));
}

/** Fetches what was typed on this page before a timeout, and fills it in. */
export async function restoreFormDraft(): Promise<void> {
  const url = `/api/session/draft?path=${encodeURIComponent(location.pathname)}`;
  const response = await fetch(url, { method: "DELETE" }).catch(() => null);
  if (!response?.ok) return;
  const { fields }: { fields: FormDraft | null } = await response.json();
  if (fields) fillFields(fields);
}

/** Of a group of radio buttons only the checked one counts. */
function readFields(fields: Field[]): FormDraft {
  const telling = fields.filter((field) => !isOfType(field, "radio") || field.checked);
  return Object.fromEntries(telling.map((field) => [nameOf(field), currentValue(field)]));
}

/** Cart lines share field names, so the id comes first. Checkboxes may share a name, too, so theirs includes the value. */
function nameOf(field: Field): string {
  if (isOfType(field, "radio")) return field.name;
  return isOfType(field, "checkbox") ? `${field.name}=${field.value}` : field.id || field.name;
}

function isOfType(field: Field, type: "checkbox" | "radio"): field is HTMLInputElement {
  return field.type === type;
}

function currentValue(field: Field): string {
  return isOfType(field, "checkbox") ? String(field.checked) : field.value;
}

function isChanged(field: Field): boolean {
  if (isOfType(field, "checkbox") || isOfType(field, "radio")) return field.checked !== field.defaultChecked;
  if (field instanceof HTMLSelectElement)
    return [...field.options].some((option) => option.selected !== option.defaultSelected);
  return field.value !== field.defaultValue;
}

function setValue(field: Field, value: string) {
  if (isOfType(field, "radio")) return value === field.value && setProperty(field, "checked", true);
  if (isOfType(field, "checkbox")) return setProperty(field, "checked", value === "true");
  setProperty(field, "value", value);
}

function setProperty(field: Field, property: "checked" | "value", value: boolean | string) {
  // The element's own setter: with React's, which is in front of it, React would not notice the change.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), property)?.set?.call(field, value);
  field.dispatchEvent(new Event(property === "checked" ? "click" : "input", { bubbles: true }));
}
