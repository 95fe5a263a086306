/** Runs a command and undoes what it set up, whether it ends well, badly or by Ctrl-C. */
import { Problem } from "./problem.mjs";
import { stopAll } from "./processes.mjs";

const undoings = [];
let ending = false;

/** Calls `undo` at the end; the last one registered first. */
export function atEnd(undo) {
  undoings.push(undo);
}

/** Whether everything is being stopped: what fails now fails because of that. */
export const isEnding = () => ending;

/** Runs `job`, which may answer with an exit code; `interrupted` is the exit code after Ctrl-C. */
export async function lifetime(job, { interrupted = 130 } = {}) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(interrupted));
  endWithParent(interrupted);
  try {
    await end((await job()) ?? 0);
  } catch (error) {
    if (ending) return;
    if (error instanceof Problem) {
      if (error.output) console.error(`\n${error.output}\n`);
      console.error(error.message);
    } else console.error(error);
    await end(1);
  }
}

/** npm sends a SIGTERM to its shell only, which ends without telling this process. */
function endWithParent(interrupted) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(interrupted), 250).unref();
}

async function end(code) {
  if (ending) return;
  ending = true;
  for (const undo of undoings.reverse()) await Promise.resolve(undo()).catch((error) => console.error(error));
  await stopAll();
  process.exit(code);
}
