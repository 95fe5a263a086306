"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { type LineAnswer, putBack, type Removed } from "@/app/cart/actions";
import { refreshPeek } from "@/components/session/session-store";
import { tellTabs } from "@/components/session/tabs";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";

const RemovedContext = createContext<{ sayRemoved: (removed: Removed) => void }>({ sayRemoved: () => {} });

/** By this a line tells that it is being removed, since it is gone by the time there is something to undo. */
export function useRemoved() {
  return useContext(RemovedContext);
}

/** Names the piece that was removed last, and puts it back. `initial` comes with the page when there is no JavaScript. */
export function Undo({ initial, children }: { initial: Removed | null; children: ReactNode }) {
  const [removed, sayRemoved] = useState(initial);
  const button = useRef<HTMLButtonElement>(null);
  // The pressed button is gone with its line, so the focus goes to "Undo".
  useEffect(() => {
    if (removed && removed !== initial) button.current?.focus();
  }, [removed, initial]);
  const { answer, isPending, form } = useSessionForm<LineAnswer>(putBack, { status: "idle" }, { settle });

  function settle(answer: LineAnswer) {
    refreshPeek();
    tellTabs();
    if (answer.status === "changed") sayRemoved(null);
  }

  return (
    <RemovedContext value={{ sayRemoved }}>
      <div role="status" className="empty:hidden">
        {removed && (
          <form {...form} className="notice notice-info mb-8 flex flex-wrap items-baseline gap-x-3">
            <p>
              Removed <bdi>{removed.name}</bdi>.
            </p>
            {(["sku", "quantity", "shownCents", "addedAt"] as const).map((name) => (
              <input key={name} type="hidden" name={name} value={removed[name]} />
            ))}
            <Button look="link" ref={button} busy={isPending}>
              Undo
            </Button>
            {"message" in answer && <p className="text-small text-problem">{answer.message}</p>}
          </form>
        )}
      </div>
      {children}
    </RemovedContext>
  );
}
