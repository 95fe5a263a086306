import { ButtonLink } from "@/components/ui/button";
import { ReturnWhenReady } from "./return-when-ready";

/** Shown instead of a page while the database does not answer. */
export function Unavailable() {
  return (
    <div className="wrap pt-10 sm:pt-16">
      <h1 className="text-title">Back in a moment</h1>
      <p className="lead mt-4 mb-8 max-w-xl">
        The shop cannot be reached just now, so we cannot show this page. Nothing was changed, nobody was logged out,
        and your cart is where you left it.
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
