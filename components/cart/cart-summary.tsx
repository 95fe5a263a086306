import { ButtonLink } from "@/components/ui/button";
import { AppLink } from "@/components/ui/link";
import { formatMoney } from "@/lib/money";

/** What the cart costs, and for guests how it can outlive this browser. */
export function CartSummary({ subtotalCents, isMember }: { subtotalCents: number; isMember: boolean }) {
  return (
    <section className="cart-summary" aria-label="Summary">
      <p className="flex justify-between gap-6 text-lg">
        <span>Subtotal</span>
        <span className="figures">{formatMoney(subtotalCents)}</span>
      </p>
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
