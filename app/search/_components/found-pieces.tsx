import type { CSSProperties } from "react";
import { ProductCard } from "@/components/product/product-card";
import type { FoundPiece } from "@/lib/catalog/search";
import { chooseVariant } from "@/lib/catalog/search/suggest";

/** The pieces of one page of results, each in the glaze that matches best. */
export function FoundPieces({ pieces }: { pieces: FoundPiece[] }) {
  const style: CSSProperties & { "--columns": number } = { "--columns": 3 };
  return (
    <ul className="grid-cards" style={style}>
      {pieces.map((piece, place) => {
        const offers = piece.variants.filter(({ matches }) => matches);
        return (
          <ProductCard
            key={piece.slug}
            product={piece}
            face={chooseVariant(offers.length > 0 ? offers : piece.variants)}
            offers={offers.length > 0 ? offers : undefined}
            note={offers.every(({ stock }) => stock === 0) ? "Sold out" : null}
            sizes="(width >= 60rem) 25vw, 46vw"
            headingLevel="h2"
            first={place < 2}
          />
        );
      })}
    </ul>
  );
}
