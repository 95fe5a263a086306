// Text that people type, as it is stored: one spelling for what looks the same, and no invisible characters.

/** Blanks, controls and other invisible characters. */
const nothingToSee = /[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** The same without those that belong to the character before: variants of emoji, letters of a flag. */
const loose = `(?![\\p{Variation_Selector}\\u{e0020}-\\u{e007f}])${nothingToSee.source}`;
const atTheEnds = new RegExp(`^${nothingToSee.source}+|(?<!${loose})(?:${loose})+$`, "gu");

/** Joiners change the shape of Arabic, Indic and Mongolian letters and of emoji; elsewhere they are only invisible. */
const joiners =
  /(?<=[\p{Lo}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u180e\u200c\u200d](?=[\p{Lo}\p{M}\p{Extended_Pictographic}])/gu;

/** The flags of England, Scotland and Wales: a black flag and their letters as tags. */
const tagged = /\p{Extended_Pictographic}[\u{e0020}-\u{e007e}]+\u{e007f}/gu;

/** Returns text in NFC without invisible characters at either end; text of nothing else becomes "". */
export function tidyText(text: string): string {
  return text.normalize("NFC").replace(atTheEnds, "");
}

/** Whether a line has no controls, no marks that reverse the text around them, and no invisible characters. */
export function isReadable(line: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(line.replace(tagged, "").replace(joiners, ""));
}

/** Counts code points: an emoji outside the basic plane is one, not two. */
export function countCharacters(text: string): number {
  return [...text].length;
}
