import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CategoryIndex } from "@/components/layout/category-index";
import { ShareImage } from "@/components/layout/share-image";
import { ProductGrid } from "@/components/product/product-grid";
import { Filters } from "@/components/search/filters";
import { parseSearch } from "@/lib/catalog/search/query";
import { categories, getCategory, listProducts } from "@/lib/catalog/snapshot";
import { shop } from "@/lib/shop";

type CategoryPageProps = PageProps<"/shop/[category]">;

export const dynamicParams = false;

export function generateStaticParams() {
  return categories.map(({ slug }) => ({ category: slug }));
}

export async function generateMetadata({ params }: CategoryPageProps): Promise<Metadata> {
  const category = getCategory((await params).category);
  if (!category) return {};
  const { name: title, sentence: description } = category;
  return {
    title,
    description,
    alternates: { canonical: `/shop/${category.slug}` },
    openGraph: { title, description, type: "website", siteName: shop.name },
  };
}

export default async function CategoryPage({ params }: CategoryPageProps) {
  const category = getCategory((await params).category);
  if (!category) notFound();
  const products = listProducts(category.slug);
  const face = products[0]?.variants[0];
  return (
    <div className="wrap">
      {face && <ShareImage path={`/photos/${face.photo}-1000.webp`} alt={face.alt} />}
      <header className="grid gap-4 pt-10 pb-8 sm:pt-16">
        <h1 className="text-title">{category.name}</h1>
        <p className="lead max-w-xl">{category.sentence}</p>
      </header>
      <Filters query={parseSearch({ category: category.slug })} />
      <ProductGrid products={products} columns={products.length % 3 === 0 ? 3 : 2} headingLevel="h2" first />
      <CategoryIndex title="Other shelves" except={category.slug} />
    </div>
  );
}
