import { AppLink } from "@/components/ui/link";
import { Photo } from "@/components/ui/photo";
import { methodOf } from "@/lib/delivery";
import { formatMoney } from "@/lib/money";
import type { Order } from "@/lib/orders";
import { formatDay } from "./format-day";

/** An order as it was placed: on the screen and on paper. */
export function OrderView({ order, isJustPlaced }: { order: Order; isJustPlaced: boolean }) {
  return (
    <>
      <h1 className="title mb-4">{isJustPlaced ? "Thank you" : "Your order"}</h1>
      <p className="lead mb-10">
        Order <strong className="figures font-medium text-ink">{order.number}</strong>
        {isJustPlaced ? ` is placed. We write to ${order.email}.` : `, placed on ${formatDay(order.placedAt)}.`}
      </p>
      <div className="order">
        <OrderLines order={order} />
        <OrderFacts order={order} />
      </div>
      <p className="no-print mt-10">
        <AppLink href={order.userId ? "/account/orders" : "/"} className="button-link">
          {order.userId ? "All your orders" : "Back to the shop"}
        </AppLink>
      </p>
    </>
  );
}

function OrderLines({ order }: { order: Order }) {
  return (
    <section aria-label="Pieces">
      <ul>
        {order.lines.map(({ id, photo, productName, glazeName, quantity, priceCents }) => (
          <li key={id} className="review-line">
            <Photo name={photo} alt="" sizes="4rem" />
            <div>
              <p>{productName}</p>
              <p className="text-sm text-soft">
                {glazeName},{" "}
                <span className="figures">
                  {quantity} × {formatMoney(priceCents)}
                </span>
              </p>
            </div>
            <p className="figures">{formatMoney(quantity * priceCents)}</p>
          </li>
        ))}
      </ul>
      <dl className="totals figures">
        <dt>Pieces</dt>
        <dd>{formatMoney(order.subtotalCents)}</dd>
        <dt>{methodOf(order).name} delivery</dt>
        <dd>{order.deliveryCents === 0 ? "Free" : formatMoney(order.deliveryCents)}</dd>
        <dt className="total">Total</dt>
        <dd className="total">{formatMoney(order.totalCents)}</dd>
      </dl>
    </section>
  );
}

function OrderFacts({ order }: { order: Order }) {
  const { name, street, postcode, city, country, payment, email } = order;
  return (
    <div className="order-facts">
      <section>
        <h2>Delivery address</h2>
        <p>
          {name}
          <br />
          {street}
          <br />
          {postcode} {city}
          <br />
          {country}
        </p>
      </section>
      <section>
        <h2>Delivery</h2>
        <p>
          {methodOf(order).name}, {methodOf(order).takes}
        </p>
      </section>
      <section>
        <h2>Payment</h2>
        <p>
          {payment.brand} ending in <span className="figures">{payment.last4}</span>
          <br />
          <span className="wrap-anywhere">{email}</span>
        </p>
      </section>
    </div>
  );
}
