import { AppLink } from "@/components/ui/link";
import { Photo } from "@/components/ui/photo";
import type { CartLine } from "@/lib/cart";
import { type CartChange, listCartChanges } from "@/lib/cart/changes";
import { formatMoney } from "@/lib/format/money";
import { changes, cart as words } from "@/words/cart";
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
          {line.glazeName}, {words.each(<span className="figures">{formatMoney(line.priceCents)}</span>)}
        </p>
        <LineNews line={line} />
        <CartLineForms line={line.id} quantity={line.isRetired ? null : line.quantity} />
      </div>
      <p className="figures">{formatMoney(line.quantity * line.priceCents)}</p>
    </li>
  );
}

/** What the shopper did not decide themselves. */
function LineNews({ line }: { line: CartLine }) {
  return listCartChanges(line).map((change) => (
    <p key={change.kind} className="field-error figures">
      {say(change, line.quantity)}
    </p>
  ));
}

function say(change: CartChange, quantity: number): string {
  switch (change.kind) {
    case "retired":
      return changes.retired;
    case "sold out":
      return changes.soldOut;
    case "short":
      return changes.left(change.left);
    case "capped":
      return changes.capped(change.wanted, quantity);
    case "price":
      return changes.price(formatMoney(change.fromCents));
  }
}
