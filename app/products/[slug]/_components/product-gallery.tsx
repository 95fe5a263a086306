import { Photo } from "@/components/ui/photo";
import type { Product, Variant } from "@/lib/catalog/snapshot";

const sizes = "(width >= 96rem) 50rem, (width >= 46rem) 54vw, 100vw";

/** One photograph per glaze, the chosen one on top. */
export function ProductGallery({ product, chosen }: { product: Product; chosen: Variant }) {
  return (
    <div className="by-glaze product-photo">
      {product.variants.map((variant, place) => (
        <div key={variant.sku} data-glaze={place}>
          <Photo
            name={variant.photo}
            alt={variant.alt}
            sizes={sizes}
            first={variant.sku === chosen.sku}
            itemProp={variant.sku === chosen.sku ? "image" : undefined}
          />
        </div>
      ))}
    </div>
  );
}
