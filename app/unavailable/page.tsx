import type { Metadata } from "next";
import { ReturnWhenReady } from "@/components/return-when-ready";
import { ButtonLink } from "@/components/ui/button";

export const metadata: Metadata = { title: "Back in a moment", robots: { index: false } };

/** What proxy.ts answers in place of a page that needs the database, at that page's own address. Reads nothing. */
export default function UnavailablePage() {
  return (
    <div className="wrap pt-10 sm:pt-16">
      <h1 className="title">Back in a moment</h1>
      <p className="lead mt-4 mb-8 max-w-xl">
        We cannot reach our books just now, so we cannot show this page. Nothing was changed, nobody was logged out, and
        your cart is where you left it.
      </p>
      <div className="flex flex-wrap gap-3">
        {/* biome-ignore lint/a11y/useValidAnchor: an empty address is that of the page the person asked for */}
        <a href="" className="button button-primary">
          Try again
        </a>
        <ButtonLink href="/" look="quiet">
          Look around the shop
        </ButtonLink>
      </div>
      <ReturnWhenReady />
    </div>
  );
}
