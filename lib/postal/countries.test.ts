import { expect, test } from "@playwright/test";
import { findCountry, formatCountry, listCountryNames } from "./countries";

test("a country is known by its name in many languages, and by its code", () => {
  const asked: [string, string][] = [
    ["Germany", "DE"],
    ["  germany ", "DE"],
    ["Deutschland", "DE"],
    ["DE", "DE"],
    ["deu", "DE"],
    ["UK", "GB"],
    ["Scotland", "GB"],
    ["The Netherlands", "NL"],
    ["Holland", "NL"],
    ["USA", "US"],
    ["United States", "US"],
    ["Hong Kong", "HK"],
    ["香港", "HK"],
    ["日本", "JP"],
    ["Россия", "RU"],
    ["مصر", "EG"],
    ["भारत", "IN"],
    ["Česko", "CZ"],
    ["Côte d’Ivoire", "CI"],
    ["cote d'ivoire", "CI"],
    ["Bosnia and Herzegovina", "BA"],
    ["Turkey", "TR"],
    ["Kosovo", "XK"],
    ["Éire", "IE"],
  ];
  for (const [text, code] of asked) expect(findCountry(text), text).toBe(code);
  for (const text of ["", "Utopia", "XX", "Q", "Europe", "x".repeat(1_000_000)]) expect(findCountry(text)).toBeNull();
});

test("every country that can be chosen is understood, under the same name", () => {
  const names = listCountryNames();
  expect(names.length).toBeGreaterThan(240);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(formatCountry(findCountry(name) ?? ""), name).toBe(name);
});
