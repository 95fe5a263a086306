import type { CSSProperties } from "react";
import type { Product } from "@/lib/catalog/snapshot";
import { ProductCard } from "./product-card";

type ProductGridProps = {
  products: Product[];
  columns?: 2 | 3 | 4;
  headingLevel?: "h2" | "h3";
  /** The grid is at the top of the page: its first photographs are loaded at once. */
  first?: boolean;
};

/** Two columns on a phone, then as many as asked for. */
export function ProductGrid({ products, columns = 4, headingLevel, first }: ProductGridProps) {
  const style: CSSProperties & { "--columns": number } = { "--columns": columns };
  const sizes = `(width >= 60rem) ${Math.round(92 / columns)}vw, 46vw`;
  return (
    <ul className="grid-cards" style={style}>
      {products.map((product, place) => (
        <ProductCard
          key={product.slug}
          product={product}
          sizes={sizes}
          headingLevel={headingLevel}
          first={first && place < 2}
        />
      ))}
    </ul>
  );
}
