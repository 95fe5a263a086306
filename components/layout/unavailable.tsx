import { ButtonLink } from "@/components/ui/button";
import { unavailable as words } from "@/words/site";
import { ReturnWhenReady } from "./return-when-ready";

/** In place of a page that the database did not answer for. */
export function Unavailable() {
  return (
    <div className="wrap pt-10 sm:pt-16">
      <h1 className="title">{words.title}</h1>
      <p className="lead mt-4 mb-8 max-w-xl">{words.lead}</p>
      <div className="flex flex-wrap gap-3">
        {/* biome-ignore lint/a11y/useValidAnchor: an empty address is that of the page the person asked for */}
        <a href="" className="button button-primary">
          {words.tryAgain}
        </a>
        <ButtonLink href="/" look="quiet">
          {words.lookAround}
        </ButtonLink>
      </div>
      <ReturnWhenReady />
    </div>
  );
}
