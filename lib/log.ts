type Detail = Record<string, string | number | boolean | null | undefined>;

/** One JSON line to stderr. What is logged never holds a token, a password or an address. */
export function logError(message: string, error: unknown, detail: Detail = {}) {
  const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  console.error(JSON.stringify({ level: "error", message, cause, ...detail }));
}
