"use client";

import { Fallback } from "@/components/ui/fallback";
import { AppLink } from "@/components/ui/link";
import { isolate } from "@/lib/format/isolate";
import { LogOutForm } from "./log-out-form";
import { isLive, useCartCount, useSessionPeek } from "./session-store";
import { TimeoutWarning } from "./timeout-warning";
import { useActivity } from "./use-activity";
import { useFormDraft, useRestoredPage, useSessionEnd, useSessionPeeking } from "./use-session-watch";

/** Shows who is logged in and how much is in the cart. If its script fails, plain links to both, as without JavaScript. */
export function SessionIsland() {
  return (
    <Fallback instead={<PlainLinks />}>
      <Island />
    </Fallback>
  );
}

/** Static pages do not know the session, so this asks for it, warns before its end, and follows other tabs. */
function Island() {
  const peek = useSessionPeek();
  useSessionPeeking();
  useSessionEnd(peek);
  useRestoredPage();
  useActivity(peek);
  useFormDraft(peek);
  const member = isLive(peek) && peek.status === "member" ? peek : null;
  return (
    <nav aria-label="Cart and account" className="session">
      {member ? <MemberLinks name={member.name} /> : <LogInLink />}
      <CartLink />
      {member && <TimeoutWarning peek={member} />}
    </nav>
  );
}

function PlainLinks() {
  return (
    <nav aria-label="Cart and account" className="session">
      <LogInLink />
      <AppLink href="/cart" className="session-link session-cart">
        Cart
      </AppLink>
    </nav>
  );
}

function LogInLink() {
  return (
    <AppLink href="/login" className="session-link">
      Log in
    </AppLink>
  );
}

function MemberLinks({ name }: { name: string | null }) {
  return (
    <>
      <AppLink href="/account" className="session-link" title={`Logged in as ${name && isolate(name)}`}>
        Account
      </AppLink>
      <LogOutForm>
        <button type="submit" className="session-link">
          Log out
        </button>
      </LogOutForm>
    </>
  );
}

function CartLink() {
  const count = useCartCount();
  const label = count > 0 ? `Cart, ${count === 1 ? "1 item" : `${count} items`}` : undefined;
  return (
    <AppLink href="/cart" className="session-link session-cart" aria-label={label}>
      {count > 0 ? `Cart (${count})` : "Cart"}
    </AppLink>
  );
}
