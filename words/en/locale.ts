/** The language of these words, as `lang` says it, and what numbers, money and dates are formatted by. */
export const language = "en";
export const locale = "en-IE";
/** For dates with their time: "23 November 2026 at 17:55". */
export const dateLocale = "en-GB";
