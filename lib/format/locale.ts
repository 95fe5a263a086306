/** The language of the shop's sentences, as `lang` says it, and what numbers, money and days are formatted by. */
export const language = "en";
export const locale = "en-IE";
