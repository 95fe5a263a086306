/** The language of these words, as `lang` says it, and what numbers, money and dates are formatted by. */
export const language = "en";
export const locale = "en-IE";
