// What people type, as it is kept: one spelling for what looks the same, and nothing that nobody sees.

/** Blanks, controls, and what has no shape of its own. */
const nothingToSee = /[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** The same, but for what belongs to the character before it: the look of an emoji, the letters of a flag. */
const loose = `(?![\\p{Variation_Selector}\\u{e0020}-\\u{e007f}])${nothingToSee.source}`;
const atTheEnds = new RegExp(`^${nothingToSee.source}+|(?<!${loose})(?:${loose})+$`, "gu");

/** Arabic, Indic and Mongolian letters and emoji take another shape beside these; anywhere else they only hide. */
const joiners =
  /(?<=[\p{Lo}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u180e\u200c\u200d](?=[\p{Lo}\p{M}\p{Extended_Pictographic}])/gu;

/** The flags of England, Scotland and Wales are a black one and their letters as tags. */
const tagged = /\p{Extended_Pictographic}[\u{e0020}-\u{e007e}]+\u{e007f}/gu;

/** In NFC, without what nobody sees at either end: text of nothing else is none. */
export function tidyText(text: string): string {
  return text.normalize("NFC").replace(atTheEnds, "");
}

/** Whether nothing in a line is a control, turns the words round it about, or only hides. */
export function isReadable(line: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(line.replace(tagged, "").replace(joiners, ""));
}

/** How many characters a person would count: an emoji is not two. */
export function countCharacters(text: string): number {
  return [...text].length;
}
