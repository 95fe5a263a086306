"use client";

import { acceptChanges, type LineAnswer } from "@/app/cart/actions";
import { refreshPeek } from "@/components/session/session-store";
import { tellTabs } from "@/components/session/tabs";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";

/** Sends the prices and stocks that the page shows, so that the shopper accepts these and no newer ones. */
export function AcceptChangesForm({ seen }: { seen: string[] }) {
  const { answer, isPending, form } = useSessionForm<LineAnswer>(acceptChanges, { status: "idle" }, { settle });
  return (
    <form {...form} className="mt-3">
      {seen.map((line) => (
        <input key={line} type="hidden" name="seen" value={line} />
      ))}
      <Button look="quiet" busy={isPending}>
        Accept the changes
      </Button>
      {"message" in answer && <p className="text-small text-problem">{answer.message}</p>}
    </form>
  );
}

function settle() {
  refreshPeek();
  tellTabs();
}
