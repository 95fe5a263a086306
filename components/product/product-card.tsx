import { AppLink } from "@/components/ui/link";
import { Photo } from "@/components/ui/photo";
import { getGlaze, type Product } from "@/lib/catalog-snapshot";
import { formatMoney } from "@/lib/money";

type ProductCardProps = { product: Product; sizes: string; first?: boolean; headingLevel?: "h2" | "h3" };

export function ProductCard({ product, sizes, first, headingLevel: Heading = "h3" }: ProductCardProps) {
  const { slug, name, variants } = product;
  const [face] = variants;
  if (!face) return null;
  const lowest = Math.min(...variants.map(({ priceCents }) => priceCents));
  const varies = variants.some(({ priceCents }) => priceCents !== lowest);
  const glazeNames = variants.map(({ glaze }) => getGlaze(glaze)?.name ?? glaze);
  return (
    <li className="card">
      <Photo name={face.photo} alt={face.alt} sizes={sizes} first={first} />
      <Heading className="card-name">
        <AppLink href={`/products/${slug}`}>{name}</AppLink>
      </Heading>
      <p className="card-line">{glazeNames.join(", ")}</p>
      <p className="card-line figures">
        {varies && "from "}
        {formatMoney(lowest)}
      </p>
    </li>
  );
}
