import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { productMetadata } from "@/app/products/[slug]/_components/product-metadata";
import { ProductView } from "@/app/products/[slug]/_components/product-view";
import { getProduct, listProducts } from "@/lib/catalog/snapshot";

export const dynamicParams = false;

export function generateStaticParams() {
  return listProducts().map(({ slug }) => ({ slug }));
}

export async function generateMetadata({ params }: PageProps<"/products/[slug]">): Promise<Metadata> {
  const product = getProduct((await params).slug);
  return product ? productMetadata(product) : {};
}

export default async function ProductPage({ params }: PageProps<"/products/[slug]">) {
  const product = getProduct((await params).slug);
  const chosen = product?.variants[0];
  if (!product || !chosen) notFound();
  return <ProductView product={product} chosen={chosen} />;
}
