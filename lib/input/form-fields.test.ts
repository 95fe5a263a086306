import { expect, test } from "@playwright/test";
import { z } from "zod";
import { cardSchema } from "@/lib/checkout/card";
import { addressSchema } from "@/lib/postal/addresses";
import * as fields from "./form-fields";
import { setOwnMessages } from "./own-words";

const messagesOf = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

const address = {
  name: "Robin Ørsted",
  street: "Töpfergasse 7",
  postcode: "10115",
  city: "Berlin",
  country: "Germany",
};

const problemsOf = (changes: Record<string, unknown>) => {
  const { error } = addressSchema.safeParse({ ...address, ...changes });
  return Object.fromEntries(error?.issues.map(({ path, message }) => [path.join("."), message]) ?? []);
};

test("an address is kept in one spelling", () => {
  const typed = {
    name: "\u200bRobin O\u0308rsted ",
    street: "To\u0308pfergasse 7",
    postcode: "D–１０１１５",
    city: " Berlin\u00a0",
    country: "deutschland",
  };
  expect(addressSchema.parse(typed)).toEqual({ ...address, name: "Robin Örsted" });
});

test("all that is wrong with an address is said at once, each beside its field", () => {
  expect(problemsOf({ name: "", postcode: "1" })).toEqual({
    name: "Please enter the full name.",
    postcode: "This does not look like a postcode of Germany.",
  });
  expect(
    problemsOf({ name: "\u200b\u2060", street: "\u3164", city: "\ufeff", country: "\u00a0", postcode: "\u200d" }),
  ).toEqual({
    name: "Please enter the full name.",
    street: "Please enter street and number.",
    city: "Please enter the city.",
    country: "Please enter the country.",
  });
  expect(problemsOf({ postcode: "" })).toEqual({ postcode: "Please enter the postcode." });
  expect(problemsOf({ country: "Utopia" })).toEqual({
    country: "We do not know this country. Please choose one from the list.",
  });
  expect(problemsOf({ name: "Robin \u202eTest" })).toEqual({ name: "There is a character in it that we cannot read." });
  expect(problemsOf({ postcode: "", country: "Hong Kong" })).toEqual({});
  expect(problemsOf({ postcode: undefined, country: "Irland" })).toEqual({});
});

test("a password is as long as people count it, however it is spelled", () => {
  for (const password of ["🫖🫖🫖🫖", "🫖".repeat(7), "e\u0301".repeat(7), "", "x".repeat(129), "🫖".repeat(129)])
    expect(fields.newPassword.safeParse(password).success, password).toBe(false);
  for (const password of ["🫖".repeat(8), "🫖".repeat(128), "e\u0301".repeat(128), "eight ok"])
    expect(fields.newPassword.safeParse(password).success, password).toBe(true);
  expect(fields.newPassword.parse("cafe\u0301\u00a0CAFE\u0301")).toBe("café CAFÉ");
  expect(messagesOf(fields.newPassword, "x".repeat(129))).toEqual(["At most 128 characters."]);
  expect(messagesOf(fields.knownPassword(), "x".repeat(129))).toEqual(["At most 128 characters."]);
  expect(fields.knownPassword().parse("cafe\u0301"), "as it was typed: an older hash may be of that").toBe(
    "cafe\u0301",
  );
});

test("an email is known by its one spelling, and what is no address is refused only where mails go to it", () => {
  expect(fields.emailAddress.parse(" Robin@МÜNCHEN.example\u200b".replace("М", "M"))).toBe(
    "robin@xn--mnchen-3ya.example",
  );
  expect(fields.loginEmail.parse("Robin")).toBe("robin");
  expect(messagesOf(fields.emailAddress, "Robin")).toEqual(["This does not look like an email address."]);
  for (const nothing of ["", " ", "\u200b\ufeff"])
    expect(messagesOf(fields.emailAddress, nothing)[0]).toBe("Please enter your email.");
});

test("whatever is sent in whatever field, the answer is in the shop's own words", () => {
  const quantity = fields.wholeNumber({ none: "Please enter a number.", notWhole: "Please enter a whole number." });
  const { personName, loginEmail, emailAddress, newPassword } = fields;
  const single = { personName, loginEmail, emailAddress, newPassword, knownPassword: fields.knownPassword(), quantity };
  const rubbish = [
    ...[
      undefined,
      null,
      1,
      Number.NaN,
      true,
      [],
      {},
      ["a", "b"],
      new File(["x"], "x.txt"),
      new Date(),
      10n,
      Symbol("x"),
      () => 1,
    ],
    ...[
      "",
      " ",
      "\u0000",
      "\u202e",
      "\ud800",
      "x",
      "0x1",
      "-1",
      "1e1",
      "<b>",
      "a@b",
      "🫖",
      "x".repeat(129),
      "x".repeat(10_000),
    ],
  ];
  for (const value of rubbish) {
    for (const [name, schema] of Object.entries(single))
      for (const message of messagesOf(schema, value))
        expect(message, `${name}: ${String(value).slice(0, 20)}`).not.toMatch(zodsWords);
    for (const [form, schema] of Object.entries({ addressSchema, cardSchema }))
      for (const name of ["name", "street", "postcode", "city", "country", "cardNumber", "expiry", "securityCode"])
        for (const message of messagesOf(schema, {
          ...address,
          cardNumber: "4242424242424242",
          expiry: "0439",
          securityCode: "123",
          [name]: value,
        }))
          expect(message, `${form}, ${name}: ${String(value).slice(0, 20)}`).not.toMatch(zodsWords);
  }
});

test("a schema without words of its own speaks the shop's, and whoever runs it still hears what zod has to say", () => {
  setOwnMessages();
  expect(messagesOf(z.object({ next: z.string().max(1) }), { next: "xx" })).toEqual(["Please check this."]);
  expect(messagesOf(z.enum(["a"]), 1)).toEqual(["Please check this."]);
  expect(messagesOf(z.string("Please enter it."), 1)).toEqual(["Please enter it."]);
  expect(z.string().safeParse(1, { error: z.locales.en().localeError }).error?.issues[0]?.message).toContain(
    "expected string",
  );
  z.config({ customError: undefined });
});

const zodsWords = /invalid|expected|received|too (big|small)|string|number to be|required|>=|<=/i;
