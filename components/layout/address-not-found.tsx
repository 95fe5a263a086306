import { ButtonLink } from "@/components/ui/button";
import { CategoryIndex } from "./category-index";

export function AddressNotFound() {
  return (
    <div className="wrap pt-10 sm:pt-16">
      <h1 className="text-title">This shelf is empty</h1>
      <p className="lead mt-4 mb-8 max-w-xl">
        There is no page at this address. The piece may be gone for good, or a letter of the address got lost.
      </p>
      <ButtonLink href="/">Back to the shop</ButtonLink>
      <CategoryIndex title="Or look through the shelves" />
    </div>
  );
}
