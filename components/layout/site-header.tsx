import type { ReactNode } from "react";
import { SearchBox } from "@/components/search/search-box";
import { AppLink } from "@/components/ui/link";
import { categories } from "@/lib/catalog/snapshot";

/** The same on every page; `children` may differ by visitor. */
export function SiteHeader({ children }: { children: ReactNode }) {
  return (
    <header className="border-b border-line print:hidden">
      <div className="wrap site-header-rows">
        <AppLink href="/" className="wordmark">
          The <span className="whitespace-nowrap">Cookie Jar</span>
        </AppLink>
        <SearchBox />
        <nav aria-label="Categories" className="site-nav">
          <ul>
            {categories.map(({ slug, name }) => (
              <li key={slug}>
                <AppLink href={`/shop/${slug}`}>{name}</AppLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="site-aside">{children}</div>
      </div>
    </header>
  );
}
