/** One sweep of lib/sweeper.ts, in the environment that scripts/sweep.mjs decides. Prints what was done. */
import { sweepAll } from "../lib/sweeper";

const swept = await sweepAll();
const done = Object.entries(swept?.counts ?? {}).map(([what, count]) => `${String(count).padStart(7)} ${what}`);
console.log(swept ? done.join("\n") : "Another instance sweeps just now: nothing was done.");
for (const what of swept?.failed ?? []) console.log(`failed: ${what}`);
process.exit(swept?.failed.length ? 1 : 0);
