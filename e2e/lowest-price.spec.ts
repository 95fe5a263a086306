import { sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { changeGoods, createGoods, deleteGoods, type Goods } from "./support/goods";
import { hold } from "./support/hold";
import { request } from "./support/plain-form";

// Pieces are sorted by the price of their cheapest glaze, which a trigger keeps beside them.

const lowest = async ({ slug }: Goods) => {
  const [row] = await sql<{ lowestCents: number | null }>(`SELECT "lowestCents" FROM "Product" WHERE slug = $1`, [
    slug,
  ]);
  return row?.lowestCents;
};

const twoGlazes = [
  { glaze: "oat", priceCents: 50_00, stock: 5 },
  { glaze: "ink", priceCents: 28_00, stock: 5 },
];

test("a piece stands where its cheapest glaze puts it, also after prices have changed", async () => {
  const [dear, cheap] = [await createGoods({ pieces: twoGlazes }), await createGoods()];
  try {
    const order = async (sort: string) => {
      const html = await (await request(`/search?category=planters-and-light&sort=${sort}`)).text();
      return [html.indexOf(dear.name), html.indexOf(cheap.name)];
    };
    await changeGoods(cheap.skus[0], { priceCents: 10 });
    await changeGoods(dear.skus[1], { priceCents: 20 });
    expect(await lowest(dear)).toBe(20);
    const [dearAt = 0, cheapAt = 0] = await order("price-up");
    expect(cheapAt).toBeGreaterThan(0);
    expect(dearAt).toBeGreaterThan(cheapAt);

    await changeGoods(dear.skus[1], { priceCents: 5 });
    const [nowAt = 0, thenAt = 0] = await order("price-up");
    expect(nowAt).toBeLessThan(thenAt);
    await sql(`DELETE FROM "Variant" WHERE sku = $1`, [dear.skus[1]]);
    expect(await lowest(dear)).toBe(50_00);
  } finally {
    for (const goods of [dear, cheap]) await deleteGoods(goods);
  }
});

test("two glazes whose prices change in the same moment leave the lower one", async () => {
  const goods = await createGoods({ pieces: twoGlazes });
  try {
    const first = await hold(`UPDATE "Variant" SET "priceCents" = 1000 WHERE sku = $1`, [goods.skus[0]]);
    const second = changeGoods(goods.skus[1], { priceCents: 30_00 });
    await first.waited();
    await first.letGo();
    await second;
    expect(await lowest(goods)).toBe(10_00);
  } finally {
    await deleteGoods(goods);
  }
});
