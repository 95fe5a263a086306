import type { Metadata } from "next";
import { getGlaze, type Product, type Variant } from "@/lib/catalog/snapshot";
import { shop } from "@/lib/shop";

/** Each glaze has a page; its canonical address is the piece's own page. */
export function productMetadata(product: Product, variant?: Variant): Metadata {
  const glaze = variant && getGlaze(variant.glaze)?.name;
  const title = glaze ? `${product.name} in ${glaze}` : product.name;
  return {
    title,
    description: product.description,
    alternates: { canonical: `/products/${product.slug}` },
    openGraph: { title, description: product.description, type: "website", siteName: shop.name },
  };
}
