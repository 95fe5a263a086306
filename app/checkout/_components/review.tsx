import { AppLink } from "@/components/ui/link";
import { Photo } from "@/components/ui/photo";
import type { OrderableLine } from "@/lib/cart/ordering";
import { computeLineCents } from "@/lib/cart/totals";
import { formatDeliveryCost } from "@/lib/checkout/delivery";
import type { Totals } from "@/lib/checkout/totals";
import { formatMoney } from "@/lib/format/money";

type ReviewProps = {
  lines: readonly OrderableLine[];
  totals: Totals;
};

export function Review({ lines, totals }: ReviewProps) {
  return (
    <>
      <div className="flex items-baseline justify-between gap-6">
        <h2 className="group-title">Your order</h2>
        <AppLink href="/cart" className="button-link text-sm">
          Change
        </AppLink>
      </div>
      <ul className="mt-4">
        {lines.map((line) => (
          <ReviewLine key={line.sku} line={line} />
        ))}
      </ul>
      <dl className="totals figures">
        <dt>Pieces</dt>
        <dd>{formatMoney(totals.subtotalCents)}</dd>
        <dt>Delivery</dt>
        <dd>{formatDeliveryCost(totals.deliveryCents)}</dd>
        <dt className="total">Total</dt>
        <dd className="total">{formatMoney(totals.totalCents)}</dd>
      </dl>
    </>
  );
}

function ReviewLine({
  line: { photo, productName, glazeName, quantity, priceCents, stock, isRetired },
}: {
  line: OrderableLine;
}) {
  return (
    <li className="review-line">
      <Photo name={photo} alt="" sizes="4rem" />
      <div>
        <p>
          <bdi>{productName}</bdi>
        </p>
        <p className="text-sm text-soft">
          {glazeName},{" "}
          <span className="figures">
            {quantity} × {formatMoney(priceCents)}
          </span>
        </p>
        {isRetired && <p className="text-small text-problem">No longer made.</p>}
        {!isRetired && stock < quantity && (
          <p className="text-small text-problem">{stock === 0 ? "Sold out." : `Only ${stock} left.`}</p>
        )}
      </div>
      <p className="figures">{formatMoney(computeLineCents({ quantity, priceCents }))}</p>
    </li>
  );
}
