import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { RenewedNotice } from "@/components/session/renewed-notice";
import { SessionIsland } from "@/components/session/session-island";
import { builtForUrl } from "@/lib/env";
import { language, locale } from "@/lib/format/locale";
import { shop } from "@/lib/shop";
import { fontVariables } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  metadataBase: builtForUrl ? new URL(builtForUrl) : undefined,
  title: { default: `${shop.name}: stoneware for keeping things`, template: `%s · ${shop.name}` },
  description: "Jars, mugs, bowls and vases in stoneware, thrown by hand and glazed in nine colours.",
  openGraph: { siteName: shop.name, type: "website", locale: locale.replace("-", "_") },
  twitter: { card: "summary_large_image" },
  formatDetection: { telephone: false, address: false, email: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf7f1" },
    { media: "(prefers-color-scheme: dark)", color: "#1b1714" },
  ],
};

/** Reads nothing of the request: reading one cookie here would make every page dynamic. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={language} className={fontVariables}>
      <body>
        <a href="#main" className="skip-link print:hidden">
          Skip to the content
        </a>
        <SiteHeader>
          <SessionIsland />
        </SiteHeader>
        <main id="main" tabIndex={-1}>
          <RenewedNotice />
          {children}
        </main>
        <SiteFooter />
      </body>
    </html>
  );
}
