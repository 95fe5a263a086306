"use client";

import { language } from "@/words/locale";
import { layout, errorPage as words } from "@/words/site";
import "./globals.css";

/**
 * In place of everything when the layout itself fails. Where Next's router does, its own page comes, whose innerHTML
 * instrumentation-client.ts lets through. Plain links, since a client's navigation would keep the broken page.
 */
export default function GlobalError() {
  return (
    <html lang={language}>
      <body>
        <title>{layout.title}</title>
        <main className="wrap section">
          <h1 className="title">{words.title}</h1>
          <p className="lead mt-4 mb-8 max-w-xl">{words.lead}</p>
          <div className="flex flex-wrap gap-3">
            {/* biome-ignore lint/a11y/useValidAnchor: an empty address is that of the page the person asked for */}
            <a href="" className="button button-primary">
              {words.tryAgain}
            </a>
            <a href="/" className="button button-quiet">
              {words.back}
            </a>
          </div>
        </main>
      </body>
    </html>
  );
}
