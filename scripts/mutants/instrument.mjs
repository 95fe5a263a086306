/**
 * Puts all faults of a file into its source at once, each behind a switch, so that one build serves every fault: the
 * fault that MUTANT names is on, and without it the code does what it did.
 */

const SWITCH = "process.env.MUTANT";

/** The source with the switches. `faults` are those of `faultsOf` with their ids. */
export function instrument(code, faults) {
  const regions = new Map();
  for (const fault of faults) {
    const key = `${fault.start}-${fault.end}`;
    if (!regions.has(key)) regions.set(key, { start: fault.start, end: fault.end, faults: [], inner: [] });
    regions.get(key).faults.push(fault);
  }
  // The longer one first, so that a region comes after those around it.
  const sorted = [...regions.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  const outermost = { start: 0, end: code.length, faults: [], inner: [] };
  const around = [outermost];
  for (const region of sorted) {
    while (region.start >= around.at(-1).end) around.pop();
    around.at(-1).inner.push(region);
    around.push(region);
  }
  return write(outermost, code);
}

function write({ start, end, faults, inner }, code) {
  let text = "";
  let at = start;
  for (const region of inner) {
    text += code.slice(at, region.start) + write(region, code);
    at = region.end;
  }
  text += code.slice(at, end);
  // The line breaks of a replaced text stay within brackets, and types are not checked in this build.
  return faults.reduce((rest, fault) => `(${SWITCH} === "${fault.id}" ? (${fault.text}) : (${rest}))`, text);
}
