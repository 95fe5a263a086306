import type { Product } from "@/lib/catalog/snapshot";
import { currency, formatMoney } from "@/lib/format/money";

/** One offer per glaze; the chosen one's price is shown. No offer names the stock, which a static page cannot know. */
export function ProductPrice({ product }: { product: Product }) {
  return (
    <div className="by-glaze figures text-xl">
      {product.variants.map(({ sku, glaze, priceCents }, place) => (
        <p
          key={sku}
          id={`price-${sku}`}
          data-glaze={place}
          itemProp="offers"
          itemScope
          itemType="https://schema.org/Offer"
        >
          <meta itemProp="sku" content={sku} />
          <meta itemProp="priceCurrency" content={currency} />
          <meta itemProp="price" content={(priceCents / 100).toFixed(2)} />
          <link itemProp="url" href={`/products/${product.slug}/${glaze}`} />
          {formatMoney(priceCents)}
        </p>
      ))}
    </div>
  );
}
