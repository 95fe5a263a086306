import { AppLink } from "@/components/ui/link";
import { categories } from "@/lib/catalog/snapshot";
import { shop, footer as words } from "@/words/site";

export function SiteFooter() {
  return (
    <footer className="site-footer">
      <div className="wrap grid gap-x-12 gap-y-10 pt-12 pb-10 sm:grid-cols-2 lg:grid-cols-[1fr_auto_auto]">
        <div className="max-w-sm sm:col-span-2 lg:col-span-1">
          <p className="font-display text-2xl">{shop.name}</p>
          <p className="mt-2 text-soft">{shop.line}</p>
        </div>
        <nav aria-label={words.shelves}>
          <ul className="columns-2 gap-x-12">
            {categories.map(({ slug, name }) => (
              <li key={slug}>
                <AppLink href={`/shop/${slug}`}>{name}</AppLink>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-label={words.about}>
          <ul>
            <li>
              <AppLink href="/#studio">{words.studio}</AppLink>
            </li>
            <li>
              <AppLink href="/how-sessions-work">{words.guide}</AppLink>
            </li>
            <li>
              <AppLink href="/session">{words.session}</AppLink>
            </li>
            <li>
              <AppLink href="/privacy">{words.privacy}</AppLink>
            </li>
          </ul>
        </nav>
        <p className="border-t border-line pt-6 text-sm text-soft sm:col-span-full">{words.photographs}</p>
      </div>
    </footer>
  );
}
