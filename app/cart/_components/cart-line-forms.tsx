"use client";

import { useRef } from "react";
import { changeQuantity, type LineAnswer, type RemoveAnswer, removeLine } from "@/app/cart/actions";
import { refreshPeek } from "@/components/session/session-store";
import { tellTabs } from "@/components/session/tabs";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { QuantityInput } from "@/components/ui/quantity-input";
import { useRemoved } from "./undo";

const idle = { status: "idle" } as const;

function settle() {
  refreshPeek();
  tellTabs();
}

type CartLineFormsProps = {
  line: string;
  /** Null when no quantity can be chosen any more. */
  quantity: number | null;
};

/** A form to change the quantity and one to remove the line. With JavaScript a new quantity is sent as soon as it is chosen. */
export function CartLineForms({ line, quantity }: CartLineFormsProps) {
  const { sayRemoved } = useRemoved();

  function settleRemoval(answer: RemoveAnswer) {
    settle();
    if (answer.status === "removed") sayRemoved(answer.removed);
  }

  const change = useSessionForm<LineAnswer>(changeQuantity, idle, { settle });
  const remove = useSessionForm<RemoveAnswer>(removeLine, idle, { settle: settleRemoval });
  const ref = useRef<HTMLFormElement>(null);
  const answer = remove.answer.status === "idle" ? change.answer : remove.answer;
  return (
    <>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        {quantity !== null && (
          <form {...change.form} ref={ref} className="flex flex-wrap items-center gap-2">
            <input type="hidden" name="line" value={line} />
            <QuantityInput
              key={quantity}
              id={`quantity-${line}`}
              labelHidden
              defaultValue={quantity}
              onChange={() => ref.current?.reportValidity() && ref.current.requestSubmit()}
            />
            <noscript>
              <Button look="quiet">Update</Button>
            </noscript>
          </form>
        )}
        <form {...remove.form}>
          <input type="hidden" name="line" value={line} />
          <Button look="link" busy={remove.isPending}>
            Remove
          </Button>
        </form>
      </div>
      <output className="text-small text-problem empty:hidden">{"message" in answer && answer.message}</output>
    </>
  );
}
