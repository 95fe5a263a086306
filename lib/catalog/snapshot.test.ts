import { existsSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { formatMoney } from "@/lib/format/money";
import { getCategory, getGlaze, hero, listProducts, listRelatedProducts } from "./snapshot";

const photo = (name: string, width: number, type: string) => existsSync(`public/photos/${name}-${width}.${type}`);

test("every piece stands on a known shelf, in known glazes, at a price", () => {
  for (const product of listProducts()) {
    expect(getCategory(product.category), product.slug).not.toBeNull();
    for (const { sku, glaze, priceCents } of product.variants) {
      expect(getGlaze(glaze), sku).not.toBeNull();
      expect(Number.isInteger(priceCents) && priceCents > 0, sku).toBe(true);
    }
  }
});

test("every photograph exists in all its sizes", () => {
  const names = listProducts().flatMap(({ variants }) => variants.map((variant) => variant.photo));
  for (const type of ["avif", "webp"]) {
    for (const width of [640, 1200, 1800]) expect(photo(hero.photo, width, type), `${hero.photo} ${width}`).toBe(true);
    for (const name of names) {
      for (const width of [320, 640, 1000]) expect(photo(name, width, type), `${name} ${width} ${type}`).toBe(true);
    }
  }
});

test("a piece goes with four others, those of its shelf first", () => {
  for (const product of listProducts()) {
    const related = listRelatedProducts(product);
    expect(related.map(({ slug }) => slug)).not.toContain(product.slug);
    expect(related).toHaveLength(4);
    const shelf = listProducts(product.category).length - 1;
    expect(related.slice(0, shelf).every(({ category }) => category === product.category)).toBe(true);
  }
});

test("money is written as in Ireland", () => {
  expect(formatMoney(2800)).toBe("€28.00");
  expect(formatMoney(134005)).toBe("€1,340.05");
});
