import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { categories, listProducts } from "@/lib/catalog/snapshot";
import { env } from "@/lib/env";

/** The pages for search engines: each piece once, since its glazes' pages name it as canonical. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  const address = (path: string) => new URL(path, env().SHOP_URL).href;
  return [
    ...["/", "/how-sessions-work", "/privacy"].map((path) => ({ url: address(path) })),
    ...categories.map(({ slug }) => ({ url: address(`/shop/${slug}`) })),
    ...listProducts().map(({ slug, variants }) => ({
      url: address(`/products/${slug}`),
      images: variants.map(({ photo }) => address(`/photos/${photo}-1000.webp`)),
    })),
  ];
}
