import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CheckoutForm } from "@/app/checkout/_components/checkout-form";
import { SavedAddresses } from "@/app/checkout/_components/saved-addresses";
import { MergedNotice } from "@/components/cart/merged-notice";
import { CountryList } from "@/components/checkout/country-list";
import { OwnPage } from "@/components/session/own-page";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { isScripted } from "@/lib/actions/navigate";
import { readOrderable } from "@/lib/cart/ordering";
import { readTyped } from "@/lib/checkout/draft";
import { signReview } from "@/lib/checkout/form";
import { findJustPlaced } from "@/lib/checkout/orders";
import { testCards } from "@/lib/checkout/payment";
import { isDemo } from "@/lib/demo";
import { listAddresses, maxAddresses } from "@/lib/postal/addresses";
import { isFreshLogin, isMember, peekSession, resumeSession } from "@/lib/session";
import { createPageKey } from "@/lib/session/token";

export const metadata: Metadata = { title: "Checkout" };

export default async function CheckoutPage({ searchParams }: PageProps<"/checkout">) {
  const { declined, changed } = await searchParams;
  const session = await resumeSession();
  const cart = session && (await readOrderable(session));
  if (!session) redirect((await peekSession()).status === "ended" ? "/login?next=/checkout" : "/cart");
  // This renders also in the answer to a placed order: the cart is closed, and the browser is about to leave the page.
  if (!cart && (await isScripted())) return null;
  if (!cart) {
    const placed = await findJustPlaced(session);
    redirect(placed ? `/orders/${placed}` : "/cart");
  }

  const typed = await readTyped(session.id);
  const saved = isMember(session) ? await listAddresses(session.userId) : [];
  const isLoginStale = isMember(session) && !(await isFreshLogin());
  const { id: _, ...newest } = saved[0] ?? { id: "" };
  return (
    <div className="wrap section">
      <OwnPage />
      <h1 className="text-title mb-8">Checkout</h1>
      {isMember(session) && <PlainLogOut className="mb-8" />}
      <MergedNotice session={session} className="mb-8" />
      {declined !== undefined && (
        <Notice tone="problem" className="mb-8">
          Your bank did not confirm the payment. Nothing was charged. Please try again, or with another card.
        </Notice>
      )}
      {changed !== undefined && (
        <Notice tone="problem" className="mb-8">
          Your order changed while you were with your bank. Nothing was charged. Please look at it again.
        </Notice>
      )}
      {!isMember(session) && (
        <p className="mb-8 text-soft">
          You are ordering as a guest.{" "}
          <AppLink href="/login?next=/checkout" className="button-link">
            Log in
          </AppLink>{" "}
          if you have an account: what you typed stays.
        </p>
      )}
      <SavedAddresses addresses={saved} formId="checkout" />
      <CountryList />
      <CheckoutForm
        id="checkout"
        typed={{ ...(isMember(session) && { name: session.user.name }), ...newest, ...typed }}
        pageKey={createPageKey()}
        lines={cart.lines}
        reviewed={signReview(cart.id, cart.lines)}
        isMember={isMember(session)}
        canSaveAddress={isMember(session) && saved.length < maxAddresses}
        isLoginStale={isLoginStale}
        testCards={isDemo() ? testCards : null}
      />
    </div>
  );
}
