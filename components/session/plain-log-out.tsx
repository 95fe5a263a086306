import { Button } from "@/components/ui/button";

/**
 * Stands on every private page: "Log out" where no script runs, since there the header cannot know who is here, and a
 * mark by which scripts know that the page is private.
 */
export function PlainLogOut() {
  return (
    <div data-private>
      <noscript>
        <form method="post" action="/logout" className="mt-8">
          <Button look="quiet">Log out</Button>
        </form>
      </noscript>
    </div>
  );
}
