import { AppLink } from "@/components/ui/link";
import { Photo } from "@/components/ui/photo";
import type { CartLine } from "@/lib/cart";
import { formatMoney } from "@/lib/money";
import { CartLineForms } from "./cart-line-forms";

export function CartLineItem({ line }: { line: CartLine }) {
  return (
    <li className="cart-line">
      <Photo name={line.photo} alt={line.alt} sizes="8rem" />
      <div className="grid content-start gap-1">
        <AppLink href={`/products/${line.productSlug}/${line.glazeSlug}`} className="cart-line-name">
          {line.productName}
        </AppLink>
        <p className="text-sm text-soft">
          {line.glazeName}, <span className="figures">{formatMoney(line.priceCents)}</span> each
        </p>
        <LineNews line={line} />
        <CartLineForms line={line.id} quantity={line.quantity} />
      </div>
      <p className="figures">{formatMoney(line.quantity * line.priceCents)}</p>
    </li>
  );
}

/** What the shopper did not decide themselves. */
function LineNews({ line: { wanted, quantity, stock } }: { line: CartLine }) {
  if (stock === 0) return <p className="field-error">Sold out. It cannot be ordered at the moment.</p>;
  if (stock < quantity) return <p className="field-error">Only {stock} left.</p>;
  if (wanted)
    return (
      <p className="field-error">
        You had chosen {wanted}; {quantity} is what we can offer.
      </p>
    );
  return null;
}
