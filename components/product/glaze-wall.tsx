import { glazes } from "@/lib/catalog/snapshot";

/** All glazes side by side, each with its description. */
export function GlazeWall() {
  return (
    <section className="wrap section" aria-labelledby="glazes">
      <h2 id="glazes" className="text-heading mb-8">
        Nine glazes
      </h2>
      <ul className="grid grid-cols-3 gap-x-4 gap-y-8 sm:grid-cols-2 sm:gap-x-(--gutter) lg:grid-cols-3">
        {glazes.map(({ slug, name, swatch, description }) => (
          <li key={slug} className="flex flex-col gap-3 sm:flex-row sm:gap-4">
            <span className="dot mt-0.5 size-12" style={{ backgroundColor: swatch }} />
            <div>
              <h3 className="text-lg leading-tight">{name}</h3>
              <p className="text-small leading-[1.45] text-soft mt-1 max-w-xs max-sm:hidden">{description}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
