import { ButtonLink } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { computeDeliveryCents, formatDeliveryCost, freeDeliveryFromCents } from "@/lib/checkout/delivery";
import { formatMoney } from "@/lib/format/money";

/** What the cart costs, and for guests how it can outlive this browser. */
export function CartSummary({ subtotalCents, isMember }: { subtotalCents: number; isMember: boolean }) {
  const delivery = computeDeliveryCents(subtotalCents);
  return (
    <section className="cart-summary" aria-label="Summary">
      <dl className="cart-sums figures">
        <dt>Subtotal</dt>
        <dd>{formatMoney(subtotalCents)}</dd>
        <dt>Standard delivery</dt>
        <dd>{formatDeliveryCost(delivery)}</dd>
        <dt className="cart-total">Total</dt>
        <dd className="cart-total">{formatMoney(subtotalCents + delivery)}</dd>
      </dl>
      {delivery > 0 && (
        <p className="mt-2 text-sm text-soft figures">
          {formatMoney(freeDeliveryFromCents - subtotalCents)} more for free delivery.
        </p>
      )}
      <ButtonLink href="/checkout" className="mt-5 w-full">
        Check out
      </ButtonLink>
      {!isMember && (
        <p className="mt-4 text-sm text-soft">
          <AppLink href="/login?next=/cart" className="button-link">
            Log in
          </AppLink>{" "}
          or{" "}
          <AppLink href="/register?next=/cart" className="button-link">
            create an account
          </AppLink>{" "}
          to find this cart on all your devices.
        </p>
      )}
    </section>
  );
}
