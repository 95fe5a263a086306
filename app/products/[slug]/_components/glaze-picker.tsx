import { getGlaze, type Variant } from "@/lib/catalog/snapshot";

/** The radios send the choice to the server (`sku`) and, by CSS, choose what is shown of everything marked `data-glaze`. */
export function GlazePicker({ variants, chosen }: { variants: Variant[]; chosen: Variant }) {
  return (
    <div role="radiogroup" aria-labelledby="glaze-label">
      <p id="glaze-label" className="legend">
        Glaze
      </p>
      <div className="mt-2.5 flex flex-wrap gap-2.5">
        {variants.map(({ sku, glaze }, place) => (
          <label key={sku} className="glaze-option">
            <input
              type="radio"
              name="sku"
              value={sku}
              defaultChecked={sku === chosen.sku}
              data-pick={place}
              data-glaze-slug={glaze}
              aria-describedby={`price-${sku}`}
            />
            <span className="dot" style={{ backgroundColor: getGlaze(glaze)?.swatch }} />
            {getGlaze(glaze)?.name ?? glaze}
          </label>
        ))}
      </div>
    </div>
  );
}
