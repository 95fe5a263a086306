import { expect, test } from "@playwright/test";
import { fieldsSchema, mergeFields, nameDraft, pickFields } from "./draft-place";

test("a page and each of its forms have drafts of their own", () => {
  const places = [
    { path: "/account" },
    { path: "/account", form: "details" },
    { path: "/account", form: "password" },
    { path: "/account details" },
    { path: "/cart" },
  ];
  expect(new Set(places.map(nameDraft)).size).toBe(5);
  expect(nameDraft({ path: "/account" })).toBe(nameDraft({ path: "/account", form: "" }));
});

test("a draft's name does not tell the page, whose address may hold a mailed token", () => {
  expect(nameDraft({ path: "/reset-password/abc" })).not.toContain("abc");
});

test("what is typed last wins, and what was typed elsewhere stays", () => {
  const before = { city: "Berlin", name: "Robin" };
  expect(mergeFields({}, before, { city: "Potsdam" })).toEqual({ city: "Potsdam", name: "Robin" });
  expect(mergeFields({}, before, { city: "" })).toEqual({ city: "", name: "Robin" });
});

test("a place that names its fields keeps no other, not even under a name that every object has", () => {
  const typed = { city: "Berlin", number: "4242", constructor: "x" };
  expect(mergeFields({ names: ["city"] }, { number: "4242" }, typed)).toEqual({ city: "Berlin" });
});

test("a draft holds sixty fields and thirty thousand characters, and the older ones give way", () => {
  const many = (from: number) => Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`f${from + at}`, "x"]));
  const full = mergeFields({}, many(0), many(100));
  expect(Object.keys(full)).toHaveLength(60);
  expect(full).toMatchObject(many(100));
  const long = (from: number) => ({ [`a${from}`]: "x".repeat(4_000), [`b${from}`]: "x".repeat(4_000) });
  const large = [1, 2, 3, 4, 5].reduce((before, at) => mergeFields({}, before, long(at)), {});
  expect(JSON.stringify(large).length).toBeLessThan(31_000);
  expect(large).toMatchObject({ ...long(5), ...long(4), ...long(3) });
  for (const draft of [full, large]) expect(fieldsSchema.safeParse(draft).data).toEqual(draft);
});

test("of a form only the text of the named fields is kept, and a very long one is cut", () => {
  const form = new FormData();
  form.set("city", "x".repeat(5_000));
  form.set("password", "secret");
  form.set("name", new File(["x"], "name.txt"));
  expect(pickFields(form, ["city", "name", "street"])).toEqual({ city: "x".repeat(4_000) });
});
