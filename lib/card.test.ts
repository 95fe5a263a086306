import { expect, test } from "@playwright/test";
import { cardSchema, isExpired, isLuhnValid, traceOf } from "./card";

const typed = { cardNumber: "4242 4242 4242 4242", expiry: "04 / 29", securityCode: "123" };

const problemsOf = (fields: Partial<typeof typed>) =>
  cardSchema.safeParse({ ...typed, ...fields }).error?.issues.map(({ message }) => message) ?? [];

test("a card is read as people type it", () => {
  expect(cardSchema.parse(typed)).toEqual({
    number: "4242424242424242",
    expiry: { month: 4, year: 2029 },
    securityCode: "123",
  });
  for (const expiry of ["4/29", "04/2029", "0429", "04-29", "04 29"])
    expect(cardSchema.parse({ ...typed, expiry }).expiry).toEqual({ month: 4, year: 2029 });
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
  for (const expiry of [`1${" ".repeat(1_000_000)}x`, `1${" ".repeat(500_000)}/${" ".repeat(500_000)}x`])
    expect(problemsOf({ expiry })).toEqual(["Please enter month and year, such as 04 / 29."]);
  expect(performance.now() - began).toBeLessThan(200);
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
  expect(traceOf({ number: "4242424242424242" })).toEqual({ brand: "Visa", last4: "4242" });
  expect(traceOf({ number: "5555555555554444" })).toEqual({ brand: "Mastercard", last4: "4444" });
  expect(traceOf({ number: "378282246310005" })).toEqual({ brand: "American Express", last4: "0005" });
});
