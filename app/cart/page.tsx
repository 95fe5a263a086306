import type { Metadata } from "next";
import { CartLineItem } from "@/app/cart/_components/cart-line-item";
import { CartNews } from "@/app/cart/_components/cart-news";
import { CartSummary } from "@/app/cart/_components/cart-summary";
import { EmptyCart } from "@/app/cart/_components/empty-cart";
import { RefreshCart } from "@/app/cart/_components/refresh-cart";
import { Undo } from "@/app/cart/_components/undo";
import { MergedNotice } from "@/components/cart/merged-notice";
import { CookieRefused } from "@/components/session/cookie-refused";
import { EndedNotice } from "@/components/session/ended-notice";
import { OwnPage } from "@/components/session/own-page";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { Notice } from "@/components/ui/notice";
import { readCart } from "@/lib/cart";
import { computeTotals } from "@/lib/checkout/totals";
import { readWholeNumber } from "@/lib/input/decimal";
import { explainEnd, isMember, resumeSession } from "@/lib/session";

export const metadata: Metadata = { title: "Your cart" };

export default async function CartPage({ searchParams }: PageProps<"/cart">) {
  const { added, removed, sku, quantity, shownCents, addedAt } = await searchParams;
  const session = await resumeSession();
  const lines = session ? await readCart(session) : [];
  const ended = session ? null : await explainEnd();
  // Without JavaScript "Remove" leads to this page, and the query says what "Undo" would put back.
  const isGone = removed !== undefined && session !== null && !lines.some((line) => line.sku === sku);
  const gone = { name: `${removed}`, sku: `${sku}`, addedAt: `${addedAt}`, quantity: readWholeNumber(quantity) ?? 1 };
  return (
    <div className="wrap section">
      <h1 className="text-title mb-8">Your cart</h1>
      {session && <OwnPage />}
      {isMember(session) && <PlainLogOut className="mb-8" />}
      {ended && <EndedNotice message={ended} next="/cart" />}
      {session && <MergedNotice session={session} className="mb-8" />}
      {added !== undefined && !session && (
        <Notice tone="problem" className="mb-8">
          <CookieRefused />
        </Notice>
      )}
      <RefreshCart count={session?.cartCount ?? 0} />
      <Undo initial={isGone ? { ...gone, shownCents: readWholeNumber(shownCents) ?? 0 } : null}>
        <CartNews lines={lines} />
        {lines.length === 0 ? (
          <EmptyCart />
        ) : (
          <div className="cart">
            <ul>
              {lines.map((line) => (
                <CartLineItem key={line.id} line={line} />
              ))}
            </ul>
            <CartSummary totals={computeTotals(lines)} isMember={isMember(session)} />
          </div>
        )}
      </Undo>
    </div>
  );
}
