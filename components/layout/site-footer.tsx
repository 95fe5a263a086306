import { AppLink } from "@/components/ui/link";
import { categories } from "@/lib/catalog/snapshot";
import { shop } from "@/lib/shop";

export function SiteFooter() {
  return (
    <footer className="site-footer print:hidden">
      <div className="wrap grid gap-x-12 gap-y-10 pt-12 pb-10 sm:grid-cols-2 lg:grid-cols-[1fr_auto_auto]">
        <div className="max-w-sm sm:col-span-2 lg:col-span-1">
          <p className="font-display text-2xl">{shop.name}</p>
          <p className="mt-2 text-soft">{shop.line}</p>
        </div>
        <nav aria-label="The shelves">
          <ul className="columns-2 gap-x-12">
            {categories.map(({ slug, name }) => (
              <li key={slug}>
                <AppLink href={`/shop/${slug}`}>{name}</AppLink>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-label="About the shop">
          <ul>
            <li>
              <AppLink href="/#studio">The studio</AppLink>
            </li>
            <li>
              <AppLink href="/how-sessions-work">How sessions work</AppLink>
            </li>
            <li>
              <AppLink href="/session">Your session</AppLink>
            </li>
            <li>
              <AppLink href="/privacy">Privacy</AppLink>
            </li>
          </ul>
        </nav>
        <p className="border-t border-line pt-6 text-sm text-soft sm:col-span-full">
          The photographs are rendered: every piece was modelled and glazed in a computer, and lit by one warm lamp.
        </p>
      </div>
    </footer>
  );
}
