/** One sweep of lib/session/sweeper.ts, in the environment that scripts/sweep.mjs decides. Prints what was done. */
import { sweep } from "../lib/session/sweeper";

const swept = await sweep();
console.log(
  swept
    ? `Ended ${swept.ended} overdue sessions; deleted ${swept.deletedSessions} old sessions and ${swept.deletedEvents} old events.`
    : "Another instance sweeps just now: nothing was done.",
);
process.exit(0);
