import { expect, test } from "@playwright/test";
import { isolate } from "./isolate";

test("in plain text only what could turn the words about it stands between marks", () => {
  expect(isolate("Robin Ørsted")).toBe("Robin Ørsted");
  expect(isolate("נועה")).toBe("\u2068נועה\u2069");
  expect(isolate("Robin \u202e.oG")).toBe("\u2068Robin .oG\u2069");
  expect(isolate("a\u2069\u202eb")).toBe("\u2068ab\u2069");
});
