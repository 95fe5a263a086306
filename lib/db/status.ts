// On globalThis, since Next bundles this file several times: for instrumentation.ts, proxy.ts and the routes.
const shared = globalThis as { isDatabaseDown?: boolean };

/** Whether the last probe of the database failed. False before the first one. */
export function isDatabaseDown(): boolean {
  return shared.isDatabaseDown ?? false;
}

/** Only lib/db/health-probe.ts calls this. */
export function setDatabaseDown(isDown: boolean): void {
  shared.isDatabaseDown = isDown;
}

/** The `digest` of Unavailable: the part of an error that Next sends to the browser. Its message stays on the server. */
export const unavailableDigest = "UNAVAILABLE";
