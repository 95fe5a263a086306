const turnsLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const controls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * What somebody typed, for a sentence of plain text: what is written from right to left stands between marks that keep it
 * from turning the words about it (FSI and PDI, UAX #9). Pages have <bdi> for that.
 */
export function isolate(typed: string): string {
  const bare = typed.replace(controls, "");
  return bare === typed && !turnsLeft.test(typed) ? typed : `\u2068${bare}\u2069`;
}
