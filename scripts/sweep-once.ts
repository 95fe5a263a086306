/** One sweep of lib/sweeper.ts, in the environment that scripts/sweep.mjs decides. Prints what was done. */
import { sweep } from "../lib/sweeper";

const swept = await sweep();
const done = Object.entries(swept ?? {}).map(([what, count]) => `${String(count).padStart(7)} ${what}`);
console.log(swept ? done.join("\n") : "Another instance sweeps just now: nothing was done.");
process.exit(0);
