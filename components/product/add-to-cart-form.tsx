"use client";

import { type ReactNode, useRef, useState } from "react";
import { type AddAnswer, addToCart } from "@/app/cart/actions";
import { CookieRefused } from "@/components/session/cookie-refused";
import {
  hadSession,
  isCookieRefused,
  refreshPeek,
  showCartCount,
  shownCartCount,
} from "@/components/session/session-store";
import { tellTabs } from "@/components/session/tabs";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { QuantityInput } from "@/components/ui/quantity-input";
import { addToCart as words } from "@/words/product";
import { session } from "@/words/session";

/** `children` choose the `sku`. The answer is shown before the server gives it, and taken back if it says no. */
export function AddToCartForm({ children }: { children: ReactNode }) {
  const before = useRef({ count: 0, hadSession: false });
  const [isRefused, setRefused] = useState(false);
  const { answer, isPending, form } = useSessionForm<AddAnswer>(addToCart, { status: "idle" }, { send, settle });

  function send(sent: FormData) {
    before.current = { count: shownCartCount(), hadSession: hadSession() };
    showCartCount(before.current.count + Number(sent.get("quantity")));
  }

  async function settle(answer: AddAnswer) {
    const isAdded = answer.status === "added";
    showCartCount(isAdded ? answer.count : before.current.count);
    if (isAdded) tellTabs();
    else refreshPeek();
    // The first piece started a session: has the browser kept its cookie?
    if (isAdded && !before.current.hadSession) setRefused(await isCookieRefused());
  }

  return (
    <form {...form} autoComplete="off" className="grid gap-6">
      {children}
      <div className="flex items-end gap-3">
        <QuantityInput defaultValue={1} />
        <Button className="grow" busy={isPending}>
          {words.add}
        </Button>
      </div>
      <output className="empty:hidden">
        {isRefused ? <CookieRefused /> : isPending ? <Added /> : <Answer answer={answer} />}
      </output>
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
          {session.logIn}
        </AppLink>
      )}
    </>
  );
}

function Added() {
  return (
    <p>
      {words.added((text) => (
        <AppLink href="/cart" className="button-link">
          {text}
        </AppLink>
      ))}
    </p>
  );
}
