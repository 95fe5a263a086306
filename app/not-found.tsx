import { ButtonLink } from "@/components/ui/button";

/**
 * For `notFound()` in a route; addresses without a route have global-not-found.tsx. Next sends this with every page, so
 * it is short and reads nothing of the request, which would make the whole shop dynamic.
 */
export default function NotFound() {
  return (
    <div className="wrap pt-10 sm:pt-16">
      <h1 className="text-title">We could not find that</h1>
      <p className="lead mt-4 mb-8 max-w-xl">It may never have been here, or it is not yours to see.</p>
      <ButtonLink href="/">Back to the shop</ButtonLink>
    </div>
  );
}
