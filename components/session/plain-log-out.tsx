import { Button } from "@/components/ui/button";
import { OwnPage } from "./own-page";

/**
 * On every private page, near its top. Without JavaScript it is the "Log out" button, since the static header does not know
 * who is logged in. Its `data-private` tells scripts that the page is private.
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
