import { ShareImage } from "@/components/layout/share-image";
import { ProductGrid } from "@/components/product/product-grid";
import { AppLink } from "@/components/ui/link";
import { Photo } from "@/components/ui/photo";
import { getCategory, getGlaze, listRelatedProducts, type Product, type Variant } from "@/lib/catalog/snapshot";
import { AddToCartForm } from "./add-to-cart-form";
import { GlazeAddress } from "./glaze-address";
import { GlazePicker } from "./glaze-picker";
import { LiveAvailability } from "./live-availability";
import { ProductFacts } from "./product-facts";
import { ProductGallery } from "./product-gallery";
import { ProductPrice } from "./product-price";

/** The page of a piece, with one of its glazes chosen. Choosing another needs no JavaScript: see product.css. */
export function ProductView({ product, chosen }: { product: Product; chosen: Variant }) {
  const category = getCategory(product.category);
  return (
    <div className="wrap">
      <ShareImage path={`/photos/${chosen.photo}-1000.webp`} alt={chosen.alt} />
      <article className="product" itemScope itemType="https://schema.org/Product">
        <ProductGallery product={product} chosen={chosen} />
        {/* In a grid, a sticky element can leave its row; the box as high as the row keeps it above the close-up. */}
        <div className="self-stretch">
          <div className="product-text grid gap-6">
            <header className="grid gap-3">
              {category && (
                <p className="text-sm">
                  <AppLink href={`/shop/${category.slug}`} className="button-link text-soft">
                    {category.name}
                  </AppLink>
                </p>
              )}
              <h1 className="text-title" itemProp="name">
                {product.name}
              </h1>
              <div className="flex flex-wrap items-baseline gap-x-4">
                <ProductPrice product={product} />
                <LiveAvailability
                  product={product.slug}
                  offers={product.variants.map(({ sku, priceCents }) => ({ sku, priceCents }))}
                />
              </div>
            </header>
            <p className="lead" itemProp="description">
              {product.description}
            </p>
            <AddToCartForm>
              <GlazeAddress product={product.slug}>
                <GlazePicker variants={product.variants} chosen={chosen} />
              </GlazeAddress>
            </AddToCartForm>
            <ProductFacts product={product} />
          </div>
        </div>
        <CloseUp product={product} />
      </article>
      <section className="section" aria-labelledby="related">
        <h2 id="related" className="text-heading mb-8">
          Goes well with
        </h2>
        <ProductGrid products={listRelatedProducts(product)} />
      </section>
    </div>
  );
}

function CloseUp({ product }: { product: Product }) {
  return (
    <section className="by-glaze section col-span-full" aria-label="The glaze from close by">
      {product.variants.map(({ sku, glaze, photo }, place) => (
        <div key={sku} data-glaze={place} className="product-split">
          <div className="close-up product-photo">
            <Photo name={photo} alt="" sizes="(width >= 46rem) 54vw, 100vw" />
          </div>
          <div className="max-w-md">
            <h2 className="text-heading">{getGlaze(glaze)?.name}</h2>
            <p className="lead mt-4">{getGlaze(glaze)?.description}</p>
            <p className="mt-4">
              <AppLink href={`/products/${product.slug}/${glaze}`} className="button-link text-soft">
                {product.name} in {getGlaze(glaze)?.name ?? glaze}
              </AppLink>
            </p>
          </div>
        </div>
      ))}
    </section>
  );
}
