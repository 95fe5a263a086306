import { CategoryIndex } from "@/components/layout/category-index";
import { ShareImage } from "@/components/layout/share-image";
import { FeaturedProduct } from "@/components/product/featured-product";
import { GlazeWall } from "@/components/product/glaze-wall";
import { ProductGrid } from "@/components/product/product-grid";
import { ButtonLink } from "@/components/ui/button";
import { Photo } from "@/components/ui/photo";
import { hero, listProducts } from "@/lib/catalog/snapshot";
import { studio, home as words } from "@/words/home";

export default function HomePage() {
  const products = listProducts();
  const [first] = products;
  const newest = products.slice(-4).reverse();
  return (
    <>
      <ShareImage path={`/photos/${hero.photo}-1200.webp`} alt={hero.alt} />
      <section className="hero">
        <Photo
          name={hero.photo}
          alt={hero.alt}
          shape="wide"
          sizes="(width >= 68rem) max(100vw, 62rem), (width >= 40rem) 113vw, 145vw"
          first
        />
        <div className="wrap hero-text">
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
          <ButtonLink href="/shop/jars">{words.seeJars}</ButtonLink>
        </div>
      </section>
      <div className="wrap">
        <section className="section" aria-labelledby="new">
          <h2 id="new" className="heading mb-8">
            {words.newest}
          </h2>
          <ProductGrid products={newest} />
        </section>
        {first && <FeaturedProduct product={first} />}
        <CategoryIndex title={words.shelves} />
      </div>
      <GlazeWall />
      <section id="studio" className="wrap section grid gap-8 lg:grid-cols-[2fr_3fr]" aria-labelledby="studio-title">
        <h2 id="studio-title" className="heading">
          {studio.title}
        </h2>
        <div className="grid max-w-3xl gap-6">
          <p className="font-display text-heading leading-snug">{studio.beginnings}</p>
          <p className="lead max-w-2xl">{studio.pieces}</p>
        </div>
      </section>
    </>
  );
}
