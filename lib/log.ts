type Detail = Record<string, string | number | boolean | null | undefined>;

/** One JSON line to stderr. What is logged never holds a token, a password or an address. */
export function logError(message: string, error: unknown, detail: Detail = {}) {
  const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  console.error(JSON.stringify({ level: "error", message, cause, ...detail }));
}

/** One JSON line to stderr about something that is no problem, under the same restraint. */
export function logInfo(message: string, detail: Detail = {}) {
  console.error(JSON.stringify({ level: "info", message, ...detail }));
}

/** Keeps errors of which `isTold` is true from being printed once more: Next prints each error of a page, with its stack. */
export function printOnce(isTold: (error: unknown) => boolean) {
  const print = console.error;
  console.error = (...args) => {
    if (!args.some(isTold)) print(...args);
  };
}
