"use client";

// What a shopper has typed on a page: kept by the server over a timeout, and put back after the login.

const FIELDS = "main input, main textarea, main select";
const NEVER = new Set(["password", "hidden", "file", "submit", "button"]);

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function typableFields(): Field[] {
  const fields = [...document.querySelectorAll<Field>(FIELDS)];
  return fields.filter((field) => field.name && !NEVER.has(field.type) && !field.autocomplete.startsWith("cc-"));
}

/** Sends what differs from what the page came with. Passwords and card data never leave the page this way. */
export async function keepTyped(): Promise<void> {
  const changed = typableFields().filter(isChanged);
  if (changed.length === 0) return;
  const fields = Object.fromEntries(changed.map((field) => [nameOf(field), currentValue(field)]));
  const body = JSON.stringify({ path: location.pathname, fields });
  await fetch("/api/session/draft", { method: "POST", body, keepalive: true }).catch(() => null);
}

/** Puts back what was typed on this page before a timeout. */
export async function putBackTyped(): Promise<void> {
  const url = `/api/session/draft?path=${encodeURIComponent(location.pathname)}`;
  const response = await fetch(url, { method: "DELETE" }).catch(() => null);
  if (!response?.ok) return;
  const { fields }: { fields: Record<string, string> | null } = await response.json();
  for (const field of typableFields()) {
    const value = fields?.[nameOf(field)];
    if (value !== undefined) setValue(field, value);
  }
}

/** Two radios share a name, so the value belongs to what is kept. */
function nameOf(field: Field): string {
  return isToggle(field) ? `${field.name}=${field.value}` : field.name;
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
