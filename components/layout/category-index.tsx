import { AppLink } from "@/components/ui/link";
import { categories, listProducts } from "@/lib/catalog/snapshot";

/** The shelves as a list, each with its number of pieces. */
export function CategoryIndex({ title, except }: { title: string; except?: string }) {
  return (
    <section className="section" aria-labelledby="shelves">
      <h2 id="shelves" className="text-heading mb-6">
        {title}
      </h2>
      <ul className="index">
        {categories
          .filter(({ slug }) => slug !== except)
          .map(({ slug, name, sentence }) => (
            <li key={slug}>
              <AppLink href={`/shop/${slug}`} className="index-row">
                <span className="index-name">{name}</span>
                <span className="text-soft max-md:hidden">{sentence}</span>
                <span className="figures text-soft">{countPieces(slug)}</span>
              </AppLink>
            </li>
          ))}
      </ul>
    </section>
  );
}

function countPieces(category: string): string {
  const { length } = listProducts(category);
  return length === 1 ? "1 piece" : `${length} pieces`;
}
