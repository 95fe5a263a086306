// Next bundles this file for instrumentation.ts, proxy.ts and the routes: one process, several copies, one fact.
const shared = globalThis as { isDatabaseDown?: boolean };

/** Whether the last probe of the database failed. False before the first: nobody is turned away on a guess. */
export function isDatabaseDown(): boolean {
  return shared.isDatabaseDown ?? false;
}

/** For the probe (lib/db/health-probe.ts). */
export function setDatabaseDown(isDown: boolean): void {
  shared.isDatabaseDown = isDown;
}

/** How a page's error says to the browser that the database did not answer: of its words nothing leaves the server. */
export const unavailableDigest = "UNAVAILABLE";
