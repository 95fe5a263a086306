"use client";

import { language } from "@/lib/format/locale";
import "./globals.css";

/**
 * Replaces everything when the layout itself fails. (When Next's router fails, Next shows a page of its own.) Plain links,
 * since the router's navigation would keep the broken page.
 */
export default function GlobalError() {
  return (
    <html lang={language}>
      <body>
        <title>The Cookie Jar: stoneware for keeping things</title>
        <main className="wrap section">
          <h1 className="text-title">Something slipped off the wheel</h1>
          <p className="lead mt-4 mb-8 max-w-xl">
            That was our fault, not yours. Your cart is where you left it: try again, or come back in a minute.
          </p>
          <div className="flex flex-wrap gap-3">
            {/* biome-ignore lint/a11y/useValidAnchor: an empty address reloads the page */}
            <a href="" className="button button-primary">
              Try again
            </a>
            <a href="/" className="button button-quiet">
              Back to the shop
            </a>
          </div>
        </main>
      </body>
    </html>
  );
}
