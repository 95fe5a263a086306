import { expect, test } from "@playwright/test";
import { cardSchema, describeCard, isExpired, isLuhnValid, readExpiry } from "./card";

const typed = { cardNumber: "4242 4242 4242 4242", expiry: "04 / 29", securityCode: "123" };

const notAnExpiry = "Please enter month and year, such as 04 / 29.";

const problemsOf = (fields: Partial<typeof typed>) =>
  cardSchema.safeParse({ ...typed, ...fields }).error?.issues.map(({ message }) => message) ?? [];

test("a card is read as people type it", () => {
  expect(cardSchema.parse(typed)).toEqual({
    number: "4242424242424242",
    expiry: { month: 4, year: 2029 },
    securityCode: "123",
  });
});

test("an expiry date is read however people write it, in any script's digits", () => {
  const marks = [
    "4/29",
    "04/29",
    "04-29",
    "04.29",
    "04 29",
    "4 29",
    "04 / 29",
    "4 - 2029",
    "04/2029",
    "04 2029",
    "0429",
    "042029",
  ];
  const others = [
    "０４／２９",
    "０４２９",
    "0４／２０２９",
    "٠٤/٢٩",
    "٠٤٢٠٢٩",
    "०४-२९",
    "04\u00a0/\u00a029",
    "04–29",
    "04−29",
    "\u200e04/29\u200b",
  ];
  for (const expiry of [...marks, ...others, "  04/29  ", `04${" ".repeat(20)}/29`])
    expect(readExpiry(expiry), expiry).toEqual({ month: 4, year: 2029 });
  expect(readExpiry("122020")).toEqual({ month: 12, year: 2020 });
  expect(readExpiry("1227")).toEqual({ month: 12, year: 2027 });
});

test("an expiry date that could be read in two ways, or in none, is refused", () => {
  const odd = [
    "13/29",
    "00/29",
    "0/29",
    "429",
    "4",
    "04",
    "04/",
    "/29",
    "04/9",
    "04/029",
    "04/1929",
    "04/2129",
    "4/20299",
  ];
  const others = [
    "2029-04",
    "2029",
    "20/29",
    "202904",
    "04/29/1",
    "04//29",
    "04 29 1",
    "1e1/29",
    "0x4/29",
    "+4/29",
    "04/2 9",
    "Apr 29",
    "½/29",
  ];
  for (const expiry of [...odd, ...others]) expect(problemsOf({ expiry }), expiry).toEqual([notAnExpiry]);
  for (const expiry of ["", "  ", "\u200b\u00a0"])
    expect(problemsOf({ expiry })).toEqual(["Please enter the expiry date."]);
});

test("a card's other figures may be of any script too", () => {
  const digits = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
  const card = { cardNumber: digits("4242–4242 4242\u00a04242"), expiry: digits("04/29"), securityCode: " １２３ " };
  expect(cardSchema.parse(card)).toEqual({
    number: "4242424242424242",
    expiry: { month: 4, year: 2029 },
    securityCode: "123",
  });
});

test("what is wrong is said kindly", () => {
  expect(problemsOf({ cardNumber: "4242 4242 4242 4241" })).toEqual([
    "One digit seems to be wrong. Please compare it with your card.",
  ]);
  expect(problemsOf({ cardNumber: "" })[0]).toBe("Please enter the card number.");
  expect(problemsOf({ cardNumber: "abc" })).toContain("A card number has 12 to 19 digits.");
  expect(problemsOf({ expiry: "13/29" })).toEqual(["Please enter month and year, such as 04 / 29."]);
  expect(problemsOf({ securityCode: "12" })).toEqual(["The security code has 3 or 4 digits."]);
});

test("an expiry date of a million characters is refused at once", () => {
  const began = performance.now();
  for (const expiry of [
    `1${" ".repeat(1_000_000)}x`,
    `1${" ".repeat(500_000)}/${" ".repeat(500_000)}x`,
    "٤".repeat(1_000_000),
  ])
    expect(problemsOf({ expiry })).toEqual([notAnExpiry]);
  expect(performance.now() - began).toBeLessThan(5_000);
});

test("the check digit catches every single wrong digit", () => {
  const number = "4000002500003155";
  expect(isLuhnValid(number)).toBe(true);
  for (const [place, digit] of [...number].entries()) {
    const wrong = String((Number(digit) + 1) % 10);
    expect(isLuhnValid(number.slice(0, place) + wrong + number.slice(place + 1))).toBe(false);
  }
});

test("a card is good to the last instant of its month", () => {
  const expiry = { month: 12, year: 2026 };
  expect(isExpired(expiry, new Date("2026-12-31T23:59:59.999Z"))).toBe(false);
  expect(isExpired(expiry, new Date("2027-01-01T00:00:00.000Z"))).toBe(true);
});

test("only brand and last four digits are left of a card", () => {
  expect(describeCard({ number: "4242424242424242" })).toEqual({ brand: "Visa", last4: "4242" });
  expect(describeCard({ number: "5555555555554444" })).toEqual({ brand: "Mastercard", last4: "4444" });
  expect(describeCard({ number: "378282246310005" })).toEqual({ brand: "American Express", last4: "0005" });
});
