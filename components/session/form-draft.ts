"use client";

import { sendKeepalive } from "./send-keepalive";
import { takeTurn } from "./tabs";

// What a shopper has typed on a page: kept by the server over a timeout, and put back after the login.

const FIELDS = "main input, main textarea, main select";
const NEVER = new Set(["password", "hidden", "file", "submit", "button"]);
const SECRET = /^(cc-|one-time-code)/;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** By field. Passwords, codes and card data are never in it. */
export type FormDraft = Record<string, string>;

function typableFields(): Field[] {
  const fields = [...document.querySelectorAll<Field>(FIELDS)];
  return fields.filter((field) => field.name && !NEVER.has(field.type) && !SECRET.test(field.autocomplete));
}

/** What differs from what the page came with. */
export function collectFields(): FormDraft {
  const changed = typableFields().filter(isChanged);
  return Object.fromEntries(changed.map((field) => [nameOf(field), currentValue(field)]));
}

export function fillFields(typed: FormDraft) {
  for (const field of typableFields()) {
    const value = typed[nameOf(field)];
    if (value !== undefined) setValue(field, value);
  }
}

/** Leaves what was typed with the server, for the login that follows. */
export async function saveFormDraft(): Promise<void> {
  const fields = collectFields();
  if (Object.keys(fields).length === 0) return;
  const body = JSON.stringify({ path: location.pathname, fields });
  await takeTurn(() => sendKeepalive("/api/session/draft", { body })).catch(() => null);
}

/** Puts back what was typed on this page before a timeout. */
export async function restoreFormDraft(): Promise<void> {
  const url = `/api/session/draft?path=${encodeURIComponent(location.pathname)}`;
  const response = await fetch(url, { method: "DELETE" }).catch(() => null);
  if (!response?.ok) return;
  const { fields }: { fields: FormDraft | null } = await response.json();
  if (fields) fillFields(fields);
}

/** Two lines of a cart share a name, and two radios an id or none, so that their value belongs to what is kept. */
function nameOf(field: Field): string {
  return isToggle(field) ? `${field.name}=${field.value}` : field.id || field.name;
}

function isToggle(field: Field): field is HTMLInputElement {
  return field.type === "checkbox" || field.type === "radio";
}

function currentValue(field: Field): string {
  return isToggle(field) ? String(field.checked) : field.value;
}

function isChanged(field: Field): boolean {
  if (isToggle(field)) return field.checked !== field.defaultChecked;
  if (field instanceof HTMLSelectElement)
    return [...field.options].some((option) => option.selected !== option.defaultSelected);
  return field.value !== field.defaultValue;
}

function setValue(field: Field, value: string) {
  // The element's own setter: React has put another in front of it and would not hear that the value changed.
  const [property, typed] = isToggle(field) ? (["checked", value === "true"] as const) : (["value", value] as const);
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), property)?.set?.call(field, typed);
  field.dispatchEvent(new Event(isToggle(field) ? "click" : "input", { bubbles: true }));
}
