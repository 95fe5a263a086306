/** Runs the steps of a test run one by one and sums them up. */
import { isEnding } from "./lifetime.mjs";
import { Problem } from "./problem.mjs";

const lines = [];
let passed = 0;
let failed = 0;

/** Runs `job` and notes whether it failed; what only prepares (`counts: false`) adds nothing when it goes well. */
export async function check(name, job, { counts = true } = {}) {
  const began = performance.now();
  let problem = null;
  try {
    await job();
    if (counts) passed += 1;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    problem = error;
    failed += 1;
  }
  if (isEnding()) return false;
  const line = `  ${problem ? "✗" : "✓"} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`;
  lines.push(problem ? `${line}: ${problem.message}` : line);
  if (problem?.output) console.log(problem.output);
  console.log(line);
  return !problem;
}

/** Adds what Playwright counted. */
export function addBrowserTests({ passed: good, failed: bad, flaky, skipped, errors }, seconds) {
  passed += good;
  failed += bad.length + errors.length;
  const ok = bad.length + errors.length === 0;
  lines.push(
    `  ${ok ? "✓" : "✗"} unit and browser tests (${seconds.toFixed(1)} s): ${good} passed, ${bad.length} failed`,
  );
  const named = {
    failed: bad,
    "passed only when repeated": flaky,
    skipped,
    error: errors.map((error) => error.split("\n")[0]),
  };
  for (const [what, names] of Object.entries(named)) for (const name of names) lines.push(`      ${what}: ${name}`);
}

/** Prints everything once more, in short; answers with the exit code. */
export function summarise() {
  if (isEnding()) return 1;
  console.log(`\n${lines.join("\n")}\n\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
