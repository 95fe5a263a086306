import { AppLink } from "@/components/ui/link";
import { Photo } from "@/components/ui/photo";
import { getGlaze } from "@/lib/catalog/snapshot";
import { formatMoney } from "@/lib/format/money";

type Offer = { glaze: string; priceCents: number; photo: string; alt: string };

/** What a card shows of a product, from the snapshot or the database. */
export type CardProduct = { slug: string; name: string; variants: Offer[] };

type ProductCardProps = {
  product: CardProduct;
  sizes: string;
  first?: boolean;
  headingLevel?: "h2" | "h3";
  /** The glaze to show; the first one by default. */
  face?: Offer;
  /** The variants that the price is about; all by default. */
  offers?: Offer[];
  /** Price and stock as the database has them now. */
  note?: string | null;
};

export function ProductCard(props: ProductCardProps) {
  const { product, sizes, first, headingLevel: Heading = "h3", note } = props;
  const { slug, name, variants } = product;
  const face = props.face ?? variants[0];
  if (!face) return null;
  const prices = (props.offers ?? variants).map(({ priceCents }) => priceCents);
  const lowest = Math.min(...prices);
  const price = formatMoney(lowest);
  const varies = prices.some((cents) => cents !== lowest);
  const glazeNames = variants.map(({ glaze }) => getGlaze(glaze)?.name ?? glaze);
  return (
    <li className="card">
      <Photo name={face.photo} alt={face.alt} sizes={sizes} first={first} />
      <Heading className="card-name">
        <AppLink href={face === variants[0] ? `/products/${slug}` : `/products/${slug}/${face.glaze}`}>{name}</AppLink>
      </Heading>
      <p className="text-small leading-[1.45] text-soft">{glazeNames.join(", ")}</p>
      <p className="text-small leading-[1.45] text-soft figures">
        {varies ? `from ${price}` : price}
        {note && <span className="card-note">{note}</span>}
      </p>
    </li>
  );
}
