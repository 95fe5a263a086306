import { formatDay } from "@/components/order/format-day";
import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Photo } from "@/components/ui/photo";
import { computeLineCents } from "@/lib/cart/totals";
import { findDeliveryMethod, formatDeliveryCost } from "@/lib/checkout/delivery";
import type { Order } from "@/lib/checkout/orders";
import { formatMoney } from "@/lib/format/money";
import type { MailState } from "@/lib/mail/outbox-support";
import { facts, order as words } from "@/words/order";
import { totals as sums } from "@/words/totals";

type OrderViewProps = {
  order: Order;
  isJustPlaced: boolean;
  /** How the mail about it fares; null where nobody knows any more. */
  mail: MailState | null;
};

/** An order as it was placed: on the screen and on paper. */
export function OrderView({ order, isJustPlaced, mail }: OrderViewProps) {
  const number = <strong className="figures font-medium text-ink">{order.number}</strong>;
  return (
    <>
      <h1 className="title mb-4">{isJustPlaced ? words.thankYou : words.title}</h1>
      <p className="lead mb-10">
        {isJustPlaced ? words.justPlaced(number) : words.placedOn(number, formatDay(order.placedAt))}
      </p>
      {mail === "failing" || mail === "set aside" ? (
        <Notice className="no-print mb-10">{words.mail[mail](<bdi>{order.email}</bdi>)}</Notice>
      ) : (
        isJustPlaced && mail && <p className="no-print mb-10 text-soft">{words.mail[mail](<bdi>{order.email}</bdi>)}</p>
      )}
      <div className="order">
        <OrderLines order={order} />
        <OrderFacts order={order} />
      </div>
      <p className="no-print mt-10">
        <AppLink href={order.userId ? "/account/orders" : "/"} className="button-link">
          {order.userId ? words.allOrders : words.backToShop}
        </AppLink>
      </p>
    </>
  );
}

function OrderLines({ order }: { order: Order }) {
  return (
    <section aria-label={sums.pieces}>
      <ul>
        {order.lines.map(({ id, photo, productName, glazeName, quantity, priceCents }) => (
          <li key={id} className="review-line">
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
            </div>
            <p className="figures">{formatMoney(computeLineCents({ quantity, priceCents }))}</p>
          </li>
        ))}
      </ul>
      <dl className="totals figures">
        <dt>{sums.pieces}</dt>
        <dd>{formatMoney(order.subtotalCents)}</dd>
        <dt>{findDeliveryMethod(order).delivery}</dt>
        <dd>{formatDeliveryCost(order.deliveryCents)}</dd>
        <dt className="total">{sums.total}</dt>
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
        <h2>{facts.address}</h2>
        <p>
          <bdi>{name}</bdi>
          <br />
          <bdi>{street}</bdi>
          <br />
          <bdi>{postcode}</bdi> <bdi>{city}</bdi>
          <br />
          <bdi>{country}</bdi>
        </p>
      </section>
      <section>
        <h2>{facts.delivery}</h2>
        <p>
          {findDeliveryMethod(order).name}, {findDeliveryMethod(order).takes}
        </p>
      </section>
      <section>
        <h2>{facts.payment}</h2>
        <p>
          {facts.paidWith(payment.brand, <span className="figures">{payment.last4}</span>)}
          <br />
          <bdi>{email}</bdi>
        </p>
      </section>
    </div>
  );
}
