// Whether what calls a Server Action has the shape that the shop's own pages give it. Every action takes nothing, or a
// form, or an answer of before and a form; rubbish in their place would be a TypeError within, a 500 and an alarm.

const ACTION_ID = /^[\da-f]{42}$/;
const MAX_DEPTH = 10;

/** How many arguments an action takes: Next marks in the first byte of its name which of the first six it uses. */
function countArguments(id: string): number {
  const used = (Number(`0x${id.slice(0, 2)}`) >> 1) & 0b11_1111;
  return used === 0 ? 0 : 6 - Math.log2(used & -used);
}

/** A call by the page's script: React writes the arguments into the part "0" and a form's fields beside it. */
export function isReadableCall(id: string, body: FormData | string): boolean {
  if (!ACTION_ID.test(id)) return true; // no action, which Next says
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

/** A plain form's post: hidden fields name the action and what comes before the form itself. No field is a file. */
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

/** Not by String(): a list that is deep enough has none. */
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

/** Text, numbers, lists and objects of them. React's references begin with "$": only those that stand for a value pass. */
function isPlain(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return !/^\$(?!\$|undefined$|-?Infinity$|NaN$|-0$)/.test(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth === MAX_DEPTH || Object.hasOwn(value, "__proto__")) return false;
  return Object.values(value).every((inner) => isPlain(inner, depth + 1));
}
