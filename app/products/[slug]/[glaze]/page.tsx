import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { productMetadata } from "@/app/products/[slug]/_components/product-metadata";
import { ProductView } from "@/app/products/[slug]/_components/product-view";
import { getProduct, listProducts } from "@/lib/catalog/snapshot";

type GlazePageProps = PageProps<"/products/[slug]/[glaze]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return listProducts().flatMap(({ slug, variants }) => variants.map(({ glaze }) => ({ slug, glaze })));
}

async function findVariant(params: GlazePageProps["params"]) {
  const { slug, glaze } = await params;
  const product = getProduct(slug);
  const chosen = product?.variants.find((variant) => variant.glaze === glaze);
  return product && chosen ? { product, chosen } : null;
}

export async function generateMetadata({ params }: GlazePageProps): Promise<Metadata> {
  const found = await findVariant(params);
  return found ? productMetadata(found.product, found.chosen) : {};
}

export default async function GlazePage({ params }: GlazePageProps) {
  const found = await findVariant(params);
  if (!found) notFound();
  return <ProductView product={found.product} chosen={found.chosen} />;
}
