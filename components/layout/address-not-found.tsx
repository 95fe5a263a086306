import { ButtonLink } from "@/components/ui/button";
import { addressNotFound as words } from "@/words/site";
import { CategoryIndex } from "./category-index";

export function AddressNotFound() {
  return (
    <div className="wrap pt-10 sm:pt-16">
      <h1 className="title">{words.heading}</h1>
      <p className="lead mt-4 mb-8 max-w-xl">{words.lead}</p>
      <ButtonLink href="/">{words.back}</ButtonLink>
      <CategoryIndex title={words.shelves} />
    </div>
  );
}
