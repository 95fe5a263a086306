import { Button } from "@/components/ui/button";

/** "Log out" on private pages where no script runs: there the header cannot know who is here. */
export function PlainLogOut() {
  return (
    <noscript>
      <form method="post" action="/logout" className="mt-8">
        <Button look="quiet">Log out</Button>
      </form>
    </noscript>
  );
}
