"use client";

import { useEffect, useRef } from "react";
import { AppLink } from "@/components/ui/link";
import { LogOutForm } from "./log-out-form";
import { refreshPeek, useSessionPeek } from "./session-store";
import { hearTabs } from "./tabs";

/** Who is here and what is in the cart. Static pages know neither: this asks once a document, and when a tab comes back. */
export function SessionIsland() {
  const peek = useSessionPeek();
  usePeeking();
  const isMember = peek?.status === "member";
  return (
    <nav aria-label="Cart and account" className="session">
      {isMember ? (
        <>
          <AppLink href="/account" className="session-link" title={`Logged in as ${peek.name}`}>
            Account
          </AppLink>
          <LogOutForm>
            <button type="submit" className="session-link">
              Log out
            </button>
          </LogOutForm>
        </>
      ) : (
        <AppLink href="/login" className="session-link">
          Log in
        </AppLink>
      )}
      <CartLink count={peek && "cartCount" in peek ? peek.cartCount : 0} />
    </nav>
  );
}

function CartLink({ count }: { count: number }) {
  const pieces = count === 1 ? "1 item" : `${count} items`;
  return (
    <AppLink href="/cart" className="session-link session-cart" aria-label={count > 0 ? `Cart, ${pieces}` : undefined}>
      {count > 0 ? `Cart (${count})` : "Cart"}
    </AppLink>
  );
}

/** Asks when the page opens, comes back from the browser's memory, is looked at again, or another tab tells. */
function usePeeking() {
  const opened = useRef(false);
  useEffect(() => {
    if (!opened.current) refreshPeek();
    opened.current = true;
    const ask = () => document.visibilityState === "visible" && refreshPeek();
    // Also fires when a page opens, which has asked already.
    const askIfRestored = ({ persisted }: PageTransitionEvent) => persisted && refreshPeek();
    window.addEventListener("pageshow", askIfRestored);
    document.addEventListener("visibilitychange", ask);
    const unhear = hearTabs(refreshPeek);
    return () => {
      window.removeEventListener("pageshow", askIfRestored);
      document.removeEventListener("visibilitychange", ask);
      unhear();
    };
  }, []);
}
