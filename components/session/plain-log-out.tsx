import { Button } from "@/components/ui/button";
import { OwnPage } from "./own-page";

/**
 * Stands on every private page, above whatever is long: "Log out" where no script runs, since there the header cannot
 * know who is here, and a mark by which scripts know that the page is private.
 */
export function PlainLogOut({ className = "mt-8" }: { className?: string }) {
  return (
    <div data-private>
      <OwnPage />
      <noscript>
        <form method="post" action="/logout" className={className}>
          <Button look="quiet">Log out</Button>
        </form>
      </noscript>
    </div>
  );
}
