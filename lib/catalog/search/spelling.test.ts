import { expect, test } from "@playwright/test";
import { editDistance, nearestWord } from "./spelling";

test("a slip is a letter too many, too few, wrong, or swapped with its neighbour", () => {
  expect(editDistance("mug", "mug")).toBe(0);
  for (const slip of ["muug", "mg", "mag", "mgu", "umg"]) expect(editDistance(slip, "mug")).toBe(1);
  expect(editDistance("", "mug")).toBe(3);
  expect(editDistance("tepto", "teapot")).toBe(2);
});

test("a word is taken for one that is near, and for none when all are far", () => {
  expect(nearestWord("teapto", ["table", "teapot", "tea"])).toBe("teapot");
  expect(nearestWord("pithcer", ["pitcher", "picture"])).toBe("pitcher");
  expect(nearestWord("vaze", ["vase", "glaze"])).toBe("vase");
  expect(nearestWord("laptop", ["lapped", "teapot"])).toBeNull();
});

test("a short word forgives one slip, a longer one two, two letters none", () => {
  expect(nearestWord("bwl", ["bowl"])).toBe("bowl");
  expect(nearestWord("bl", ["bowl", "bol"])).toBeNull();
  expect(nearestWord("palet", ["plate"])).toBeNull();
  expect(nearestWord("celodn", ["celadon"])).toBe("celadon");
});
