import type { Metadata } from "next";
import { CartInStep } from "@/components/cart/cart-in-step";
import { CartLineItem } from "@/components/cart/cart-line-item";
import { CartNews } from "@/components/cart/cart-news";
import { CartSummary } from "@/components/cart/cart-summary";
import { EmptyCart } from "@/components/cart/empty-cart";
import { MergedNotice } from "@/components/cart/merged-notice";
import { Undo } from "@/components/cart/undo";
import { CookieRefused } from "@/components/session/cookie-refused";
import { EndedNotice } from "@/components/session/ended-notice";
import { OwnPage } from "@/components/session/own-page";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { Notice } from "@/components/ui/notice";
import { readCart } from "@/lib/cart";
import { subtotalCents } from "@/lib/cart-totals";
import { readWholeNumber } from "@/lib/decimal";
import { explain, getSession, isMember } from "@/lib/session";
import { cart as words } from "@/words/cart";

export const metadata: Metadata = { title: words.title };

export default async function CartPage({ searchParams }: PageProps<"/cart">) {
  const { added, removed, sku, quantity, shownCents, addedAt } = await searchParams;
  const session = await getSession();
  const lines = session ? await readCart(session) : [];
  const ended = session ? null : await explain();
  // Without JavaScript the answer to "Remove" is this page, and the address says what "Undo" would put back.
  const isGone = removed !== undefined && session !== null && !lines.some((line) => line.sku === sku);
  const gone = { name: `${removed}`, sku: `${sku}`, addedAt: `${addedAt}`, quantity: readWholeNumber(quantity) ?? 1 };
  return (
    <div className="wrap section">
      <h1 className="title mb-8">{words.title}</h1>
      {session && <OwnPage />}
      {isMember(session) && <PlainLogOut className="mb-8" />}
      {ended && <EndedNotice message={ended} next="/cart" />}
      {session && <MergedNotice session={session} className="mb-8" />}
      {added !== undefined && !session && (
        <Notice tone="problem" className="mb-8">
          <CookieRefused />
        </Notice>
      )}
      <CartInStep count={session?.cartCount ?? 0} />
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
            <CartSummary subtotalCents={subtotalCents(lines)} isMember={isMember(session)} />
          </div>
        )}
      </Undo>
    </div>
  );
}
