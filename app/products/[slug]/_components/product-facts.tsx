import { getCategory, type Product } from "@/lib/catalog/snapshot";
import { locale } from "@/words/locale";
import { measures, facts as words } from "@/words/product";

const figure = (count: number) => count.toLocaleString(locale);
const centimetres = (mm: number) => measures.centimetres(figure(mm / 10));
const volume = (ml: number) => (ml < 1000 ? measures.millilitres(figure(ml)) : measures.litres(figure(ml / 1000)));
const weight = (g: number) => (g < 1000 ? measures.grams(figure(g)) : measures.kilograms(figure(g / 1000)));

function size({ diameterMm, lengthMm, heightMm }: Product): string {
  const parts = [
    diameterMm && words.across(centimetres(diameterMm)),
    heightMm && words.high(centimetres(heightMm)),
    lengthMm && words.atItsLongest(centimetres(lengthMm)),
  ];
  return parts.filter(Boolean).join(", ");
}

export function ProductFacts({ product }: { product: Product }) {
  const { capacityMl, weightG } = product;
  return (
    <dl className="facts figures">
      <dt>{words.size}</dt>
      <dd>{size(product)}</dd>
      {capacityMl && (
        <>
          <dt>{words.holds}</dt>
          <dd>{words.toTheBrim(volume(capacityMl))}</dd>
        </>
      )}
      <dt>{words.weight}</dt>
      <dd>{words.giveOrTake(weight(weightG))}</dd>
      <dt>{words.material}</dt>
      <dd>{words.stoneware}</dd>
      <dt>{words.care}</dt>
      <dd>{getCategory(product.category)?.care}</dd>
    </dl>
  );
}
