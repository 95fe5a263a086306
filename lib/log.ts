type Detail = Record<string, string | number | boolean | null | undefined>;

/** Writes one JSON line to stderr. Never log a token, a password or an address. */
export function logError(message: string, error: unknown, detail: Detail = {}) {
  const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  console.error(JSON.stringify({ level: "error", message, cause, ...detail }));
}

/** Writes one JSON line to stderr about something that is no error, under the same rule. */
export function logInfo(message: string, detail: Detail = {}) {
  console.error(JSON.stringify({ level: "info", message, ...detail }));
}

/** Keeps Next from printing errors that were logged already, those of which `isTold` is true, once more with their stack. */
export function printOnce(isTold: (error: unknown) => boolean) {
  const print = console.error;
  console.error = (...args) => {
    if (!args.some(isTold)) print(...args);
  };
}
