import { AppLink } from "@/components/ui/link";
import { Photo } from "@/components/ui/photo";
import type { CartLine } from "@/lib/cart";
import { type CartChange, listCartChanges } from "@/lib/cart/changes";
import { computeLineCents } from "@/lib/cart/totals";
import { formatMoney } from "@/lib/format/money";
import { CartLineForms } from "./cart-line-forms";

export function CartLineItem({ line }: { line: CartLine }) {
  return (
    <li className="cart-line">
      <Photo name={line.photo} alt={line.alt} sizes="8rem" />
      <div className="grid grid-cols-1 content-start gap-1">
        {line.isRetired ? (
          <p className="cart-line-name">
            <bdi>{line.productName}</bdi>
          </p>
        ) : (
          <AppLink href={`/products/${line.productSlug}/${line.glazeSlug}`} className="cart-line-name">
            <bdi>{line.productName}</bdi>
          </AppLink>
        )}
        <p className="text-sm text-soft">
          {line.glazeName}, <span className="figures">{formatMoney(line.priceCents)}</span> each
        </p>
        <LineNews line={line} />
        <CartLineForms line={line.id} quantity={line.isRetired ? null : line.quantity} />
      </div>
      <p className="figures">{formatMoney(computeLineCents(line))}</p>
    </li>
  );
}

/** Notes on what changed without the shopper: price, stock, a merge. */
function LineNews({ line }: { line: CartLine }) {
  return listCartChanges(line).map((change) => (
    <p key={change.kind} className="text-small text-problem figures">
      {describeChange(change, line.quantity)}
    </p>
  ));
}

function describeChange(change: CartChange, quantity: number): string {
  switch (change.kind) {
    case "retired":
      return "We no longer make this one. Please take it out of your cart.";
    case "sold out":
      return "Sold out. It cannot be ordered at the moment.";
    case "short":
      return `Only ${change.left} left.`;
    case "capped":
      return `You had chosen ${change.wanted}; ${quantity} is what we can offer.`;
    case "price":
      return `It was ${formatMoney(change.fromCents)} when you last saw it.`;
  }
}
