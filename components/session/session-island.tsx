"use client";

import { AppLink } from "@/components/ui/link";
import { LogOutForm } from "./log-out-form";
import { isLive, useSessionPeek } from "./session-store";
import { TimeoutWarning } from "./timeout-warning";
import { useActivity } from "./use-activity";
import { useFollowing, useHidingWhenStored, usePeeking, useTyped } from "./use-session-watch";

/** Who is here and what is in the cart. Static pages know neither: this asks, warns, and keeps the tabs in step. */
export function SessionIsland() {
  const peek = useSessionPeek();
  usePeeking();
  useFollowing(peek);
  useHidingWhenStored(peek);
  useActivity(peek);
  useTyped(peek);
  const member = isLive(peek) && peek.status === "member" ? peek : null;
  return (
    <nav aria-label="Cart and account" className="session">
      {member ? <MemberLinks name={member.name} /> : <LogInLink />}
      <CartLink count={isLive(peek) ? peek.cartCount : 0} />
      {member && <TimeoutWarning peek={member} />}
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
      <AppLink href="/account" className="session-link" title={`Logged in as ${name}`}>
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

function CartLink({ count }: { count: number }) {
  const pieces = count === 1 ? "1 item" : `${count} items`;
  return (
    <AppLink href="/cart" className="session-link session-cart" aria-label={count > 0 ? `Cart, ${pieces}` : undefined}>
      {count > 0 ? `Cart (${count})` : "Cart"}
    </AppLink>
  );
}
