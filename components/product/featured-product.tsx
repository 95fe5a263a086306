import { ButtonLink } from "@/components/ui/button";
import { Photo } from "@/components/ui/photo";
import type { Product } from "@/lib/catalog/snapshot";

/** The first piece, large, in its second glaze if it has one, since the hero shows the first. */
export function FeaturedProduct({ product }: { product: Product }) {
  const { slug, name, description, variants } = product;
  const shown = variants[1] ?? variants[0];
  if (!shown) return null;
  return (
    <section className="section product-split" aria-labelledby="first-piece">
      <div className="product-photo">
        <Photo name={shown.photo} alt={shown.alt} sizes="(width >= 96rem) 50rem, (width >= 46rem) 54vw, 100vw" />
      </div>
      <div className="grid justify-items-start gap-5">
        <h2 id="first-piece" className="text-title">
          {name}
        </h2>
        <p className="lead max-w-md">{description}</p>
        <ButtonLink href={`/products/${slug}/${shown.glaze}`} look="quiet">
          Lift the lid
        </ButtonLink>
      </div>
    </section>
  );
}
