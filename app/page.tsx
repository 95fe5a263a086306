import { CategoryIndex } from "@/components/layout/category-index";
import { ShareImage } from "@/components/layout/share-image";
import { FeaturedProduct } from "@/components/product/featured-product";
import { GlazeWall } from "@/components/product/glaze-wall";
import { ProductGrid } from "@/components/product/product-grid";
import { ButtonLink } from "@/components/ui/button";
import { Photo } from "@/components/ui/photo";
import { hero, listProducts } from "@/lib/catalog/snapshot";

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
          <h1>Stoneware for keeping things</h1>
          <p className="lead">Jars, cups, bowls and vases, thrown one at a time and glazed in nine colours.</p>
          <ButtonLink href="/shop/jars">See the jars</ButtonLink>
        </div>
      </section>
      <div className="wrap">
        <section className="section" aria-labelledby="new">
          <h2 id="new" className="text-heading mb-8">
            New from the kiln
          </h2>
          <ProductGrid products={newest} />
        </section>
        {first && <FeaturedProduct product={first} />}
        <CategoryIndex title="The shelves" />
      </div>
      <GlazeWall />
      <section id="studio" className="wrap section grid gap-8 lg:grid-cols-[2fr_3fr]" aria-labelledby="studio-title">
        <h2 id="studio-title" className="text-heading">
          The studio
        </h2>
        <div className="grid max-w-3xl gap-6">
          <p className="font-display text-heading leading-snug">
            Two wheels, one kiln and a long shelf by the window. We began with a jar for cookies and have been making
            things to keep things in ever since.
          </p>
          <p className="lead max-w-2xl">
            Every piece is thrown from the same speckled clay, trimmed the next day, and dipped by hand. So no two are
            quite alike: a line sits higher, a rim runs darker, a foot keeps a thumbprint. We call that the point.
          </p>
        </div>
      </section>
    </>
  );
}
