"use client";

import { type ReactNode, useState } from "react";
import { addToCart } from "@/app/cart/actions";
import type { AddAnswer } from "@/app/cart/add-line";
import { CookieRefused } from "@/components/session/cookie-refused";
import { sendKeepalive } from "@/components/session/send-keepalive";
import { hadSession, isCookieRefused, refreshPeek, showPendingPieces } from "@/components/session/session-store";
import { tellTabs } from "@/components/session/tabs";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { delayNavigation } from "@/components/ui/navigation-queue";
import { QuantityInput } from "@/components/ui/quantity-input";
import { readWholeNumber } from "@/lib/input/decimal";

/** `children` choose the `sku`. The answer is shown before the server gives it, and taken back if it says no. */
export function AddToCartForm({ children }: { children: ReactNode }) {
  const [isRefused, setRefused] = useState(false);
  const { answer, isPending, form } = useSessionForm<AddAnswer>(addToCart, { status: "idle" }, { request, send });

  function send(sent: FormData, answered: Promise<AddAnswer>) {
    delayNavigation(follow(readWholeNumber(sent.get("quantity")) ?? 0, answered));
  }

  /** Returns whether the pieces are in the cart, and the cart in this browser. */
  async function follow(pieces: number, answered: Promise<AddAnswer>): Promise<boolean> {
    const isFirst = !hadSession();
    const showAnswer = showPendingPieces(pieces);
    const answer = await answered;
    const isAdded = answer.status === "added";
    showAnswer(isAdded ? answer.count : null);
    if (isAdded) tellTabs();
    else refreshPeek();
    // The first piece started a session: has the browser kept its cookie?
    const isRefused = isAdded && isFirst && (await isCookieRefused());
    setRefused(isRefused);
    return isAdded && !isRefused;
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
      <output className="empty:hidden">
        {isRefused ? <CookieRefused /> : isPending ? <Added /> : <Answer answer={answer} />}
      </output>
    </form>
  );
}

/** Outlives the page: its answer brings the first piece's cookie, even when the page is left before it is in. */
async function request(form: FormData): Promise<AddAnswer> {
  const body = new URLSearchParams([...form].map(([name, value]) => [name, String(value)]));
  const response = await sendKeepalive("/api/cart", { body });
  return response.json();
}

function Answer({ answer }: { answer: AddAnswer }) {
  if (answer.status === "idle") return null;
  if (answer.status === "added") return <Added />;
  return (
    <>
      <p className="text-small text-problem">{answer.message}</p>
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
