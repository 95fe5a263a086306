const turnsLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const controls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Wraps text that somebody typed in marks (FSI and PDI, UAX #9), so that right-to-left letters do not reorder the plain
 * text around it. Pages use <bdi> for that.
 */
export function isolate(typed: string): string {
  const bare = typed.replace(controls, "");
  return bare === typed && !turnsLeft.test(typed) ? typed : `\u2068${bare}\u2069`;
}
