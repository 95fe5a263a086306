import { COUNTRIES, getCountryByCode } from "postal-code-checker";
import { locale } from "@/lib/format/locale";

// Countries by ISO 3166-1 code and by the names people use. The lists stay on the server.

/** The ISO codes, and XK for Kosovo, which has a post but no ISO code. */
const codes = [...Object.keys(COUNTRIES), "XK"];

const regions = (language: string, style: "long" | "short" = "long") =>
  new Intl.DisplayNames([language], { type: "region", style });

const names = regions(locale);
const shortNames = regions(locale, "short");

/** Their long names say a political status that nobody writes on a letter. */
const calledInShort = new Set(["HK", "MO"]);

/** The name that the shop writes for a country, in orders and on parcels. */
export function formatCountry(code: string): string {
  return (calledInShort.has(code) ? shortNames : names).of(code) ?? code;
}

/** All country names in alphabetical order, to choose from. */
export function listCountryNames(): string[] {
  return codes.map(formatCountry).sort((a, b) => a.localeCompare(b, locale));
}

/** The languages in which country names are understood. */
const languages =
  "de fr es it pt nl da sv nb fi is ga pl cs sk sl hr sr hu ro bg el tr et lv lt mt sq mk uk ru ar he fa hi bn ja ko zh zh-Hant th vi id";

const alsoCalled: Record<string, string> = {
  ...{ usa: "US", america: "US", britain: "GB", "great britain": "GB", england: "GB", scotland: "GB", wales: "GB" },
  ...{ "northern ireland": "GB", holland: "NL", "czech republic": "CZ", turkey: "TR", burma: "MM", uae: "AE" },
  ...{
    "ivory coast": "CI",
    swaziland: "SZ",
    macedonia: "MK",
    macau: "MO",
    "east timor": "TL",
    "republic of ireland": "IE",
  },
};

let known: Map<string, string> | undefined;

/** Finds a country's code by its name in one of many languages, or by its code. Null when there is none. */
export function findCountry(text: string): string | null {
  known ??= new Map(
    [...Object.entries(alsoCalled), ...languages.split(" ").reverse().flatMap(namesIn), ...namesIn(locale)].map(
      ([name, code]) => [fold(name), code],
    ),
  );
  const asked = text.trim();
  return (
    known.get(fold(asked)) ?? (/^[a-z]{2,3}$/i.test(asked) ? (getCountryByCode(asked)?.countryCode ?? null) : null)
  );
}

function namesIn(language: string): [string, string][] {
  return [regions(language, "short"), regions(language)].flatMap((names) =>
    codes.map((code): [string, string] => [names.of(code) ?? code, code]),
  );
}

/** Reduces a name to its letters, without case, accents and the article. */
function fold(name: string): string {
  const letters = name.normalize("NFKD").toLowerCase().replace(/^the /, "").replace(/&/g, "and");
  return letters.replace(/[^\p{L}\p{Mc}]/gu, "");
}
