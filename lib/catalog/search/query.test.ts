import { expect, test } from "@playwright/test";
import { parseSearch, searchHref, searchWords } from "./query";

const nothingAsked = {
  q: "",
  category: null,
  glaze: null,
  price: null,
  available: false,
  sort: "relevance",
  page: 1,
};

test("an address says what is asked, and the question says its address", () => {
  const query = parseSearch({
    q: "  blue   mug ",
    category: "mugs",
    glaze: "ink",
    price: "30-60",
    available: "1",
    sort: "price-up",
    page: "2",
  });
  expect(query).toEqual({
    q: "blue mug",
    category: "mugs",
    glaze: "ink",
    price: { from: 30, to: 60 },
    available: true,
    sort: "price-up",
    page: 2,
  });
  expect(searchHref(query)).toBe(
    "/search?q=blue+mug&category=mugs&glaze=ink&price=30-60&available=1&sort=price-up&page=2",
  );
  expect(searchHref(parseSearch({}))).toBe("/search");
});

test("what cannot be understood counts as not asked", () => {
  expect(parseSearch({})).toEqual(nothingAsked);
  const odd = { category: "cars", glaze: "'", price: "x", available: "yes", sort: "random", page: "-1" };
  expect(parseSearch(odd)).toEqual(nothingAsked);
  for (const price of ["60-30", "-", "1e9-", "3.5-4"]) expect(parseSearch({ price }).price).toBeNull();
  for (const page of ["0", "", "NaN", "99999", "1.5"]) expect(parseSearch({ page }).page).toBe(1);
  expect(parseSearch({ q: ["jar", "mug"] }).q).toBe("jar");
  expect(parseSearch({ q: "x".repeat(500) }).q).toHaveLength(80);
});

test("a price range may be open at either end", () => {
  expect(parseSearch({ price: "-30" }).price).toEqual({ from: 0, to: 30 });
  expect(parseSearch({ price: "100-" }).price).toEqual({ from: 100, to: null });
  expect(searchHref({ price: { from: 0, to: 30 } })).toBe("/search?price=-30");
  expect(searchHref({ price: { from: 100, to: null } })).toBe("/search?price=100-");
});

test("words lose accents, capitals and everything that means something to the query language", () => {
  expect(searchWords("Crème:* & (brûlée | !bowl) <-> 'x'")).toEqual(["creme", "brulee", "bowl", "x"]);
  expect(searchWords("candle-holder")).toEqual(["candle", "holder"]);
  expect(searchWords("a b c d e f g h i j")).toHaveLength(8);
  expect(searchWords(" … ")).toEqual([]);
});
