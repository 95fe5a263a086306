import { AppLink } from "@/components/ui/link";
import { Photo } from "@/components/ui/photo";
import { getGlaze, type Product, type Variant } from "@/lib/catalog-snapshot";

const sizes = "(width >= 96rem) 50rem, (width >= 56rem) 54vw, 100vw";

/** One photograph per glaze, the chosen one on top; each caption leads to that glaze's own page. */
export function ProductGallery({ product, chosen }: { product: Product; chosen: Variant }) {
  return (
    <div className="by-glaze product-photo">
      {product.variants.map((variant, place) => (
        <figure key={variant.sku} data-glaze={place}>
          <Photo
            name={variant.photo}
            alt={variant.alt}
            sizes={sizes}
            first={variant.sku === chosen.sku}
            itemProp={variant.sku === chosen.sku ? "image" : undefined}
          />
          <figcaption className="px-(--gutter) pt-3 text-sm text-soft min-[56rem]:px-0">
            <AppLink href={`/products/${product.slug}/${variant.glaze}`} className="button-link">
              {product.name} in {getGlaze(variant.glaze)?.name ?? variant.glaze}
            </AppLink>
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
