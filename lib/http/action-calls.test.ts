import { expect, test } from "@playwright/test";
import { isReadableCall, isReadableForm } from "./action-calls";

const twoArguments = `60${"0a".repeat(20)}`;
const oneArgument = `40${"0a".repeat(20)}`;
const noArgument = `00${"0a".repeat(20)}`;

const form = (fields: Record<string, string | Blob>) => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.append(name, value);
  return made;
};

test("what the shop's own pages send is read", () => {
  expect(isReadableCall(twoArguments, form({ _1_email: "a@b.c", "0": '[{"status":"idle"},"$K1"]' }))).toBe(true);
  expect(
    isReadableCall(twoArguments, form({ _10_name: "x", "0": '[{"typed":{"name":"$$5","left":"$undefined"}},"$Ka"]' })),
  ).toBe(true);
  expect(isReadableCall(oneArgument, form({ _1_address: "x", "0": '["$K1"]' }))).toBe(true);
  expect(isReadableCall(noArgument, "[]")).toBe(true);
  expect(isReadableForm(form({ [`$ACTION_ID_${oneArgument}`]: "", address: "x" }))).toBe(true);
  const bound = { $ACTION_REF_1: "", "$ACTION_1:0": `{"id":"${twoArguments}","bound":"$@1"}` };
  expect(isReadableForm(form({ ...bound, "$ACTION_1:1": '[{"status":"idle"}]', $ACTION_KEY: "k", name: "$x" }))).toBe(
    true,
  );
  expect(isReadableForm(form({ q: "a form that calls nothing" }))).toBe(true);
});

const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;

for (const [what, root] of Object.entries({
  nothing: "",
  "no list": "{}",
  "too few": '["$K1"]',
  "too many": '[1,2,"$K1"]',
  "no form": '[{},"text"]',
  "a form elsewhere": '["$K1",{}]',
  "a promise": '["$@7","$K1"]',
  "a reference": '[{"a":["$Q7"]},"$K1"]',
  "a prototype": '[{"__proto__":{"get":1}},"$K1"]',
  "a deep list": `[${deep},"$K1"]`,
  "a deep list and no form": `[1,${deep}]`,
  "a huge list": `[${"0,".repeat(60_000)}"$K1"]`,
  "half of one": '[{},"$K',
})) {
  test(`a call whose arguments are ${what} is refused`, () => {
    expect(isReadableCall(twoArguments, form({ "0": root, _1_a: "b" }))).toBe(false);
    expect(isReadableCall(twoArguments, root)).toBe(false);
    const bound = { $ACTION_REF_1: "", "$ACTION_1:0": `{"id":"${twoArguments}","bound":"$@1"}` };
    expect(isReadableForm(form({ ...bound, "$ACTION_1:1": root.replace('"$K1"', '"$K1",1') }))).toBe(false);
  });
}

test("a file, a field of no form and a form that names no action rightly are refused", () => {
  const root = { "0": '[{},"$K1"]' };
  expect(isReadableCall(twoArguments, form({ ...root, _1_email: new Blob(["x"]) }))).toBe(false);
  expect(isReadableCall(twoArguments, form({ ...root, _2_email: "x" }))).toBe(false);
  expect(isReadableForm(form({ email: new Blob(["x"]) }))).toBe(false);
  expect(isReadableForm(form({ [`$ACTION_ID_${twoArguments}`]: "" }))).toBe(false);
  expect(isReadableForm(form({ $ACTION_REF_1: "" }))).toBe(false);
  expect(isReadableForm(form({ $ACTION_REF_1: "", "$ACTION_1:0": '{"id":7,"bound":null}' }))).toBe(false);
});
