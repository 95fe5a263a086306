import { ButtonLink } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { computeDeliveryCents, formatDeliveryCost, freeDeliveryFromCents } from "@/lib/checkout/delivery";
import { formatMoney } from "@/lib/format/money";
import { summary as words } from "@/words/cart";

/** What the cart costs, and for guests how it can outlive this browser. */
export function CartSummary({ subtotalCents, isMember }: { subtotalCents: number; isMember: boolean }) {
  const delivery = computeDeliveryCents(subtotalCents);
  return (
    <section className="cart-summary" aria-label={words.title}>
      <dl className="cart-sums figures">
        <dt>{words.subtotal}</dt>
        <dd>{formatMoney(subtotalCents)}</dd>
        <dt>{words.standardDelivery}</dt>
        <dd>{formatDeliveryCost(delivery)}</dd>
        <dt className="cart-total">{words.total}</dt>
        <dd className="cart-total">{formatMoney(subtotalCents + delivery)}</dd>
      </dl>
      {delivery > 0 && (
        <p className="mt-2 text-sm text-soft figures">
          {words.moreForFree(formatMoney(freeDeliveryFromCents - subtotalCents))}
        </p>
      )}
      <ButtonLink href="/checkout" className="mt-5 w-full">
        {words.checkOut}
      </ButtonLink>
      {!isMember && (
        <p className="mt-4 text-sm text-soft">
          {words.onAllDevices(
            (text) => (
              <AppLink href="/login?next=/cart" className="button-link">
                {text}
              </AppLink>
            ),
            (text) => (
              <AppLink href="/register?next=/cart" className="button-link">
                {text}
              </AppLink>
            ),
          )}
        </p>
      )}
    </section>
  );
}
