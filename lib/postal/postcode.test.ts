import { expect, test } from "@playwright/test";
import { COUNTRIES } from "postal-code-checker";
import { readPostcode } from "./postcode";

const read: [country: string, typed: string, kept: string][] = [
  ["JP", "１００−０００１", "100-0001"],
  ["JP", "〒100-0001", "100-0001"],
  ["JP", "100ー0001", "100-0001"],
  ["JP", "1000001", "1000001"],
  ["CA", "K1A\u00a00B1", "K1A 0B1"],
  ["CA", "k1a0b1", "K1A0B1"],
  ["CA", "K1A-0B1", "K1A0B1"],
  ["US", "12345–6789", "12345-6789"],
  ["US", "12345", "12345"],
  ["US", "123456789", "12345-6789"],
  ["FR", "12345 Cedex 09", "12345 CEDEX 09"],
  ["FR", "75 008", "75 008"],
  ["FR", "F-75008", "75008"],
  ["DE", "10115", "10115"],
  ["DE", "D-10115", "10115"],
  ["DE", " 1 0115", "10115"],
  ["EG", "١١٥١١", "11511"],
  ["IN", "११०००१", "110001"],
  ["GB", "sw1a1aa", "SW1A1AA"],
  ["GB", "SW1A 1AA", "SW1A 1AA"],
  ["PL", "00950", "00-950"],
  ["PT", "2725 079", "2725-079"],
  ["NL", "1012ab", "1012AB"],
  ["LV", "1010", "LV-1010"],
  ["SE", "SE-114 55", "114 55"],
  ["CH", "CH-8001", "8001"],
  ["IE", "d02 x285", "D02 X285"],
];

test("a postcode is read as people write it in its country, in any script's digits", () => {
  for (const [country, typed, kept] of read) {
    expect(readPostcode(country, typed), `${country} ${typed}`).toEqual({ postcode: kept });
    expect(readPostcode(country, kept), `${country} ${kept} again`).toEqual({ postcode: kept });
  }
});

test("where there are no postcodes none is asked for, and what is given stays", () => {
  for (const country of ["HK", "AE", "IE", "JM", "GH", "PA", "QA", "XK"])
    expect(readPostcode(country, ""), country).toEqual({ postcode: "" });
  expect(readPostcode("HK", "999077")).toEqual({ postcode: "999077" });
  expect(readPostcode("AE", "00000")).toEqual({ postcode: "00000" });
});

test("where a letter needs a postcode it is asked for", () => {
  for (const country of ["DE", "JP", "CA", "US", "GB", "FR", "IT", "SG", "ZA"])
    for (const text of ["", " ", "\u200b", "\u00a0"])
      expect(readPostcode(country, text), country).toEqual({ problem: "missing" });
});

test("what looks otherwise than the country's is refused", () => {
  const odd: [string, string][] = [
    ["DE", "1011"],
    ["DE", "101156"],
    ["DE", "K1A 0B1"],
    ["DE", "10115 Cedex"],
    ["DE", "10115<b>"],
    ["CA", "12345"],
    ["CA", "D1A 0B1"],
    ["US", "1234"],
    ["JP", "100-001"],
    ["GB", "12345"],
    ["FR", "Cedex 09"],
    ["FR", "12345 Cedex 123"],
    ["HK", "!"],
    ["HK", "9".repeat(41)],
    ["DE", "1".repeat(1_000_000)],
  ];
  for (const [country, typed] of odd)
    expect(readPostcode(country, typed), `${country} ${typed.slice(0, 20)}`).toEqual({ problem: "odd" });
});

test("every example of every country is one of its postcodes, as it stands and without its blanks", () => {
  for (const [country, { example }] of Object.entries(COUNTRIES))
    for (const one of example)
      for (const typed of [one, one.toLowerCase(), one.replace(/[ -]/g, "")])
        expect(readPostcode(country, typed), `${country} ${typed}`).toHaveProperty("postcode");
});
