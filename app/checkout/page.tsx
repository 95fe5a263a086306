import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { isScripted } from "@/app/is-scripted";
import { MergedNotice } from "@/components/cart/merged-notice";
import { CheckoutForm } from "@/components/checkout/checkout-form";
import { CountryList } from "@/components/checkout/country-list";
import { SavedAddresses } from "@/components/checkout/saved-addresses";
import { OwnPage } from "@/components/session/own-page";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { listAddresses, maxAddresses } from "@/lib/addresses";
import { readOrderable } from "@/lib/cart-order";
import { readDraft, toReviewed, totalsOf } from "@/lib/checkout";
import { isDemo } from "@/lib/demo";
import { findJustPlaced, freshLoginAboveCents } from "@/lib/orders";
import { testCards } from "@/lib/payment";
import { getSession, isFreshLogin, isMember, peek } from "@/lib/session";
import { createPageKey } from "@/lib/session/token";
import { checkout as words } from "@/words/checkout";

export const metadata: Metadata = { title: words.title };

export default async function CheckoutPage({ searchParams }: PageProps<"/checkout">) {
  const { declined, changed } = await searchParams;
  const session = await getSession();
  const cart = session && (await readOrderable(session));
  if (!session) redirect((await peek()).status === "ended" ? "/login?next=/checkout" : "/cart");
  // In the answer to the order itself the cart is closed, while the browser is still on its way.
  if (!cart && (await isScripted())) return null;
  if (!cart) {
    const placed = await findJustPlaced(session);
    redirect(placed ? `/orders/${placed}` : "/cart");
  }

  const { typed } = await readDraft(session.id);
  const saved = isMember(session) ? await listAddresses(session.userId) : [];
  const totals = totalsOf(cart.lines, typed.delivery ?? "standard");
  const isStale = isMember(session) && totals.totalCents > freshLoginAboveCents && !(await isFreshLogin());
  const { id: _, ...newest } = saved[0] ?? { id: "" };
  return (
    <div className="wrap section">
      <OwnPage />
      <h1 className="title mb-8">{words.title}</h1>
      {isMember(session) && <PlainLogOut className="mb-8" />}
      <MergedNotice session={session} className="mb-8" />
      {declined !== undefined && (
        <Notice tone="problem" className="mb-8">
          {words.declined}
        </Notice>
      )}
      {changed !== undefined && (
        <Notice tone="problem" className="mb-8">
          {words.changed}
        </Notice>
      )}
      {!isMember(session) && (
        <p className="mb-8 text-soft">
          {words.asGuest((text) => (
            <AppLink href="/login?next=/checkout" className="button-link">
              {text}
            </AppLink>
          ))}
        </p>
      )}
      <SavedAddresses addresses={saved} formId="checkout" />
      <CountryList />
      <CheckoutForm
        id="checkout"
        typed={{ ...(isMember(session) && { name: session.user.name }), ...newest, ...typed }}
        pageKey={createPageKey()}
        lines={cart.lines}
        reviewed={toReviewed(cart.id, cart.lines)}
        isMember={isMember(session)}
        canSaveAddress={isMember(session) && saved.length < maxAddresses}
        mustConfirm={isStale}
        testCards={isDemo() ? testCards : null}
      />
    </div>
  );
}
