import { sql } from "./support/database";
import { expect, test } from "./support/fixtures";
import { staticPages } from "./support/pages";
import { otherOrigin, request, shopOrigin } from "./support/plain-form";

// What search engines, and programs that show a shared link, read of a page. They run no scripts.

const pieces = staticPages.filter((path) => /^\/products\/[^/]+$/.test(path));
const glazes = staticPages.filter((path) => /^\/products\/[^/]+\//.test(path));

const open = async (path: string) => (await request(path)).text();

type Tag = Record<string, string | undefined>;

/** The tags that have an attribute, each as its attributes, in the order of the page. */
function tagsWith(html: string, attribute: string): Tag[] {
  const attributesOf = (tag: string) =>
    [...tag.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name.toLowerCase(), value]);
  const tags: Tag[] = (html.match(/<[a-z][^>]*>/gi) ?? []).map((tag) => Object.fromEntries(attributesOf(tag)));
  return tags.filter((tag) => attribute in tag);
}

const tagOf = (html: string, itemprop: string) => tagsWith(html, "itemprop").find((tag) => tag.itemprop === itemprop);

const metaOf = (html: string, name: string) =>
  tagsWith(html, "content")
    .filter(({ property, name: named }) => property === name || named === name)
    .map(({ content }) => content);

test("a search engine learns what each glaze of a piece costs, and is not promised that it is there", async () => {
  const rows = await sql<{ piece: string; sku: string; price: string; url: string }>(
    `SELECT '/products/' || p.slug AS piece, sku, ("priceCents" / 100.0)::numeric(9, 2)::text AS price,
       '/products/' || p.slug || '/' || "glazeSlug" AS url
     FROM "Variant" v JOIN "Product" p ON p.id = v."productId" ORDER BY v.position`,
  );
  expect(pieces.length).toBeGreaterThan(10);
  for (const path of [...pieces, "/products/morning-mug/oat"]) {
    const html = await open(path);
    const [, of = "", ...more] = html.split('itemType="https://schema.org/Product"');
    expect(more, path).toEqual([]);
    const [, name] = of.match(/itemProp="name">([^<]+)</) ?? [];
    expect(name, path).toBe(html.match(/<h1[^>]*>([^<]+)</)?.[1]);
    expect(tagOf(of, "description"), path).toBeDefined();
    const picture = await request(tagOf(of, "image")?.src ?? "");
    expect(picture.headers.get("content-type"), path).toMatch(/^image\//);

    const offers = of.split('itemType="https://schema.org/Offer"').slice(1);
    const read = offers.map((rest) => {
      const offer = rest.slice(0, rest.indexOf("</p>"));
      const [sku, price, priceCurrency] = ["sku", "price", "priceCurrency"].map((name) => tagOf(offer, name)?.content);
      return { sku, price, priceCurrency, url: tagOf(offer, "url")?.href };
    });
    const own = rows.filter(({ piece }) => path === piece || path.startsWith(`${piece}/`));
    expect(own.length, path).toBeGreaterThan(0);
    expect(read, path).toEqual(own.map(({ sku, price, url }) => ({ sku, price, priceCurrency: "EUR", url })));
    expect(html, path).not.toMatch(/itemprop="availability"|schema\.org\/\w*(Stock|SoldOut)/i);
  }
});

test("a shared link shows its own picture, large", async () => {
  for (const path of ["/", "/shop/mugs", "/products/morning-mug", "/products/morning-mug/oat"]) {
    const html = await open(path);
    const [image = "", ...more] = metaOf(html, "og:image");
    expect(more, path).toEqual([]);
    const picture = await request(new URL(image, shopOrigin).pathname);
    expect(picture.status, path).toBe(200);
    expect(picture.headers.get("content-type"), path).toMatch(/^image\//);
    expect(metaOf(html, "og:image:alt"), path).toEqual([expect.stringMatching(/\w/)]);
    expect(metaOf(html, "og:title"), path).toEqual([expect.stringMatching(/\w/)]);
    expect(metaOf(html, "twitter:card"), path).toEqual(["summary_large_image"]);
  }
  expect(metaOf(await open("/products/morning-mug/oat"), "og:image")[0]).toContain("morning-mug-oat");
});

test("a piece's page stands for those of its glazes", async () => {
  expect(glazes.length).toBeGreaterThan(pieces.length);
  for (const path of [...pieces, ...glazes]) {
    const canonical = tagsWith(await open(path), "rel").filter(({ rel }) => rel === "canonical");
    const named = canonical.map(({ href = "" }) => new URL(href, shopOrigin).pathname);
    expect(named, path).toEqual([path.split("/").slice(0, 3).join("/")]);
  }
});

test("the map of the site lists every page worth finding, and robots.txt says where it is", async () => {
  // Each glaze is found by its piece; nobody looks for these two.
  const unlisted = [...glazes, "/logout", "/unavailable", "/broken-form"];
  for (const origin of [shopOrigin, otherOrigin]) {
    const map = await request("/sitemap.xml", { origin });
    expect(map.headers.get("content-type")).toContain("xml");
    const xml = await map.text();
    const listed = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = ""]) => url);
    const expected = staticPages.filter((path) => !unlisted.includes(path));
    expect(listed.toSorted()).toEqual(expected.map((path) => `${origin}${path}`).toSorted());
    const robots = await (await request("/robots.txt", { origin })).text();
    expect(robots).toContain(`Sitemap: ${origin}/sitemap.xml`);
    for (const path of ["/account", "/cart", "/checkout", "/orders"]) expect(robots).toContain(`Disallow: ${path}\n`);
    const images = [...xml.matchAll(/<image:loc>([^<]+)<\/image:loc>/g)].map(([, url = ""]) => new URL(url));
    expect(images.length).toBeGreaterThan(pieces.length);
    expect(images.every((url) => url.origin === origin)).toBe(true);
    const [first] = images;
    expect((await request(first?.pathname ?? "")).headers.get("content-type")).toMatch(/^image\//);
  }
});

test("an address that nobody knows says so, and leads on, without a script", async () => {
  for (const path of [
    "/no-such-page",
    "/products/no-such-piece",
    "/shop/no-such-shelf",
    "/products/morning-mug/no-such-glaze",
  ]) {
    const answer = await request(path);
    expect(answer.status, path).toBe(404);
    const page = await answer.text();
    expect(page, path).toContain(">This shelf is empty</h1>");
    expect(page, path).toContain('href="/shop/jars"');
    expect(page, path).toMatch(/<script[^>]* nonce="/);
  }
});
