"use client";

import { type ReactNode, useRef } from "react";
import { type AddAnswer, addToCart } from "@/app/cart/actions";
import { refreshPeek, showCartCount, shownCartCount } from "@/components/session/session-store";
import { tellTabs } from "@/components/session/tabs";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { QuantityInput } from "@/components/ui/quantity-input";

/** `children` choose the `sku`. The answer is shown before the server gives it, and taken back if it says no. */
export function AddToCartForm({ children }: { children: ReactNode }) {
  const before = useRef(0);
  const { answer, isPending, form } = useSessionForm<AddAnswer>(addToCart, { status: "idle" }, { send, settle });

  function send(sent: FormData) {
    before.current = shownCartCount();
    showCartCount(before.current + Number(sent.get("quantity")));
  }

  function settle(answer: AddAnswer) {
    if (answer.status === "added") {
      showCartCount(answer.count);
      return tellTabs();
    }
    showCartCount(before.current);
    refreshPeek();
  }

  return (
    <form {...form} autoComplete="off" className="grid gap-6">
      {children}
      <div className="flex items-end gap-3">
        <QuantityInput defaultValue={1} />
        <Button className="grow" busy={isPending}>
          Add to cart
        </Button>
      </div>
      <output className="empty:hidden">{isPending ? <Added /> : <Answer answer={answer} />}</output>
    </form>
  );
}

function Answer({ answer }: { answer: AddAnswer }) {
  if (answer.status === "idle") return null;
  if (answer.status === "added") return <Added />;
  return (
    <>
      <p className="field-error">{answer.message}</p>
      {answer.status === "ended" && (
        <AppLink href="/login" className="button-link">
          Log in
        </AppLink>
      )}
    </>
  );
}

function Added() {
  return (
    <p>
      Added to cart.{" "}
      <AppLink href="/cart" className="button-link">
        See your cart
      </AppLink>
    </p>
  );
}
