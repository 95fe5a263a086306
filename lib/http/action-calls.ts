// Checks that a call of a Server Action has the form that the shop's own pages send. Every action takes nothing, or a
// form, or its previous answer and a form; anything else would be a TypeError inside the action, and a 500.

const ACTION_ID = /^[\da-f]{42}$/;
const MAX_DEPTH = 10;

/** How many arguments an action takes: the first byte of its id says which of the first six it uses. */
function countArguments(id: string): number {
  const used = (Number(`0x${id.slice(0, 2)}`) >> 1) & 0b11_1111;
  return used === 0 ? 0 : 6 - Math.log2(used & -used);
}

/** Whether a call by the page's script is well formed: React puts the arguments into the part "0", a form's fields beside it. */
export function isReadableCall(id: string, body: FormData | string): boolean {
  if (!ACTION_ID.test(id)) return true; // Next itself refuses an id that is none
  const root = typeof body === "string" ? body : body.get("0");
  const args = readList(root);
  const count = countArguments(id);
  if (!args) return false;
  if (count === 0) return args.length <= 1 && args.every((arg) => isPlain(arg));
  const form = readReference(args.at(-1), /^\$K([\da-f]+)$/);
  if (typeof body === "string" || form === undefined || args.length !== count) return false;
  const areFields = [...body].every(
    ([name, value]) => name === "0" || isField(name, value, `_${Number(`0x${form}`)}_`),
  );
  return areFields && args.slice(0, -1).every((arg) => isPlain(arg));
}

/** Whether a form sent without script is well formed: hidden fields name the action and its other arguments. No field is a file. */
export function isReadableForm(form: FormData): boolean {
  return [...form].every(([name, value]) => {
    const [, id] = name.match(/^\$ACTION_ID_(.*)/s) ?? [];
    const [, row] = name.match(/^\$ACTION_REF_(.*)/s) ?? [];
    if (id !== undefined && ACTION_ID.test(id)) return countArguments(id) <= 1;
    if (row !== undefined) return isReadableReference(form, row);
    return isField(name, value);
  });
}

function isReadableReference(form: FormData, row: string): boolean {
  const read = (part: string) => readJson(form.get(`$ACTION_${row}:${part}`));
  const { id, bound } = (read("0") ?? {}) as { id?: unknown; bound?: unknown };
  if (typeof id !== "string" || !ACTION_ID.test(id)) return false;
  const part = readReference(bound, /^\$@([\da-f]+)$/);
  const args = part === undefined ? bound === null && [] : read(part);
  if (!Array.isArray(args) || !args.every((arg) => isPlain(arg))) return false;
  const count = countArguments(id);
  return count === 0 ? args.length <= 1 : args.length === count - 1;
}

/** Without String(), which fails for a list that is nested deeply enough. */
function readReference(value: unknown, shape: RegExp): string | undefined {
  return typeof value === "string" ? value.match(shape)?.[1] : undefined;
}

function isField(name: string, value: unknown, prefix = ""): boolean {
  return typeof value === "string" && name.startsWith(prefix);
}

function readList(text: unknown): unknown[] | null {
  const list = readJson(text);
  return Array.isArray(list) ? list : null;
}

function readJson(text: unknown): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it is made of text, numbers, lists and objects. React's references begin with "$": only those that mean a value pass. */
function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return !/^\$(?!\$|undefined$|-?Infinity$|NaN$|-0$)/.test(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth === MAX_DEPTH || Object.hasOwn(value, "__proto__")) return false;
  return Object.values(value).every((inner) => isPlain(inner, depth + 1));
}
