import { connection } from "next/server";
import { CategoryIndex } from "@/components/category-index";
import { ButtonLink } from "@/components/ui/button";

/** Rendered per request, so that its scripts carry the request's nonce: no list knows the path it is served under. */
export default async function NotFound() {
  await connection();
  return (
    <div className="wrap pt-16 sm:pt-24">
      <h1 className="title">This shelf is empty</h1>
      <p className="lead mt-4 mb-8 max-w-xl">
        There is no page at this address. The piece may be sold out for good, or a letter of the address got lost.
      </p>
      <ButtonLink href="/">Back to the shop</ButtonLink>
      <CategoryIndex title="Or look through the shelves" />
    </div>
  );
}
