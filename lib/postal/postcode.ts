import { COUNTRIES, validatePostalCode } from "postal-code-checker";
import { toAsciiDigits } from "@/lib/input/decimal";

// Which countries have postcodes, and how they look, by the data of Google's libaddressinput: docs/decisions/0049.

/** The countries where a postcode is required. */
const required = new Set(
  `AS AT AU AX BE BL BR CA CH CN DE DK ES FI FK FM FR GB GF GG GL GP GR GS GU HU IM IN IO IT JE JP KR LI LU MF MH MP MQ
  MX MY NC NL NO NZ PF PL PM PN PR PT PW RE RU SE SG SH SJ SM TC TR TW UA US VI WF YT ZA`.split(/\s+/),
);

/** Where the French post delivers: "CEDEX" may follow the postcode. */
const withCedex = new Set("FR BL GF GP MC MF MQ NC PF PM RE WF YT".split(" "));

const MAX_LENGTH = 40;

/** Reads a postcode and returns it as it is written in that country; "" when none was typed and none is required. */
export function readPostcode(country: string, text: string): { postcode: string } | { problem: "missing" | "odd" } {
  const typed = tidyPostcode(text);
  if (typed === "") return required.has(country) ? { problem: "missing" } : { postcode: "" };
  if (!/^[\p{L}\d][\p{L}\p{M}\d -]*$/u.test(typed) || typed.length > MAX_LENGTH) return { problem: "odd" };
  if (!COUNTRIES[country]?.patterns.length) return { postcode: typed };
  const [, code = "", cedex = ""] = /^(.*?)( CEDEX(?: \d{1,2})?)?$/.exec(typed) ?? [];
  const fitting = cedex && !withCedex.has(country) ? undefined : findSpelling(country, code);
  return fitting === undefined ? { problem: "odd" } : { postcode: fitting + cedex };
}

/** Rewrites digits of any script, dashes and blanks in ASCII, and letters in upper case. */
function tidyPostcode(text: string): string {
  const plain = toAsciiDigits(text.slice(0, 200).normalize("NFKC")).toUpperCase();
  return plain
    .replace(/[\p{Cf}〒]/gu, "")
    .replace(/\s*[\p{Pd}−ー]\s*/gu, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/** Tries the code as typed, with one blank or hyphen more or fewer, and with or without the country's letters in front. */
function findSpelling(country: string, code: string): string | undefined {
  const foreign = code.replace(/^[A-Z]{1,3}[ -]/, "");
  for (const text of new Set([code, foreign])) {
    const bare = text.replace(/[ -]/g, "");
    const split = [..."- "].flatMap((mark) => [...bare].map((_, at) => bare.slice(0, at) + mark + bare.slice(at)));
    const spellings = [text, bare, ...split, `${country}-${bare}`, country + bare];
    const fitting = spellings.find((spelling) => validatePostalCode(country, spelling));
    if (fitting) return fitting;
  }
}
