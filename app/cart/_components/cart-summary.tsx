import { ButtonLink } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { computeMissingCents, formatDeliveryCost } from "@/lib/checkout/delivery";
import type { Totals } from "@/lib/checkout/totals";
import { formatMoney } from "@/lib/format/money";

/** What the cart costs, and for guests how to keep it beyond this browser. */
export function CartSummary({ totals, isMember }: { totals: Totals; isMember: boolean }) {
  const { subtotalCents, deliveryCents, totalCents } = totals;
  return (
    <section className="cart-summary" aria-label="Summary">
      <dl className="cart-sums figures">
        <dt>Subtotal</dt>
        <dd>{formatMoney(subtotalCents)}</dd>
        <dt>Standard delivery</dt>
        <dd>{formatDeliveryCost(deliveryCents)}</dd>
        <dt className="cart-total">Total</dt>
        <dd className="cart-total">{formatMoney(totalCents)}</dd>
      </dl>
      {deliveryCents > 0 && (
        <p className="mt-2 text-sm text-soft figures">
          {formatMoney(computeMissingCents(subtotalCents))} more for free delivery.
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
