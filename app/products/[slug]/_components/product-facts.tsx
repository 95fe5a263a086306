import { getCategory, type Product } from "@/lib/catalog/snapshot";
import { locale } from "@/lib/format/locale";

const figure = (count: number) => count.toLocaleString(locale);
const centimetres = (mm: number) => `${figure(mm / 10)} cm`;
const volume = (ml: number) => (ml < 1000 ? `${figure(ml)} ml` : `${figure(ml / 1000)} l`);
const weight = (g: number) => (g < 1000 ? `${figure(g)} g` : `${figure(g / 1000)} kg`);

function size({ diameterMm, lengthMm, heightMm }: Product): string {
  const parts = [
    diameterMm && `${centimetres(diameterMm)} across`,
    heightMm && `${centimetres(heightMm)} high`,
    lengthMm && `${centimetres(lengthMm)} at its longest`,
  ];
  return parts.filter(Boolean).join(", ");
}

export function ProductFacts({ product }: { product: Product }) {
  const { capacityMl, weightG } = product;
  return (
    <dl className="facts figures">
      <dt>Size</dt>
      <dd>{size(product)}</dd>
      {capacityMl && (
        <>
          <dt>Holds</dt>
          <dd>{volume(capacityMl)}, filled to the brim</dd>
        </>
      )}
      <dt>Weight</dt>
      <dd>{weight(weightG)}, give or take a thumb of clay</dd>
      <dt>Material</dt>
      <dd>Stoneware, fired at 1240 °C, glazed inside and out down to the bare foot</dd>
      <dt>Care</dt>
      <dd>{getCategory(product.category)?.care}</dd>
    </dl>
  );
}
