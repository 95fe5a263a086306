import { formatDay } from "@/components/order/format-day";
import { AppLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Photo } from "@/components/ui/photo";
import { computeLineCents } from "@/lib/cart/totals";
import { findDeliveryMethod, formatDeliveryCost } from "@/lib/checkout/delivery";
import type { Order } from "@/lib/checkout/orders";
import { formatMoney } from "@/lib/format/money";
import type { MailState } from "@/lib/mail/outbox-support";

type OrderViewProps = {
  order: Order;
  isJustPlaced: boolean;
  /** Whether its mail was sent; null when that is no longer known. */
  mail: MailState | null;
};

/** An order as it was placed, for the screen and for printing. */
export function OrderView({ order, isJustPlaced, mail }: OrderViewProps) {
  return (
    <>
      <h1 className="text-title mb-4">{isJustPlaced ? "Thank you" : "Your order"}</h1>
      <p className="lead mb-10">
        Order <strong className="figures font-medium text-ink">{order.number}</strong>
        {isJustPlaced ? " is placed" : `, placed on ${formatDay(order.placedAt)}`}.
      </p>
      <MailNews mail={mail} email={order.email} isJustPlaced={isJustPlaced} />
      <div className="order">
        <OrderLines order={order} />
        <OrderFacts order={order} />
      </div>
      <p className="print:hidden mt-10">
        <AppLink href={order.userId ? "/account/orders" : "/"} className="button-link">
          {order.userId ? "All your orders" : "Back to the shop"}
        </AppLink>
      </p>
    </>
  );
}

type MailNewsProps = { mail: MailState | null; email: string; isJustPlaced: boolean };

function MailNews({ mail, email, isJustPlaced }: MailNewsProps) {
  const mailbox = <bdi>{email}</bdi>;
  if (mail === "failing")
    return (
      <Notice className="print:hidden mb-10">
        Your order stands. Our mail to {mailbox} could not be sent yet; we keep trying. This page says all that it
        would.
      </Notice>
    );
  if (mail === "set aside")
    return (
      <Notice className="print:hidden mb-10">
        Your order stands, but our mail to {mailbox} could not be sent. Please note its number: with it our support team
        can send the mail again.
      </Notice>
    );
  if (!mail || !isJustPlaced) return null;
  return (
    <p className="print:hidden mb-10 text-soft">
      {mail === "sent" ? <>We have written to {mailbox}.</> : <>We are writing to {mailbox}.</>}
    </p>
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
        <dt>Pieces</dt>
        <dd>{formatMoney(order.subtotalCents)}</dd>
        <dt>{findDeliveryMethod(order).delivery}</dt>
        <dd>{formatDeliveryCost(order.deliveryCents)}</dd>
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
        <h2>Delivery</h2>
        <p>
          {findDeliveryMethod(order).name}, {findDeliveryMethod(order).takes}
        </p>
      </section>
      <section>
        <h2>Payment</h2>
        <p>
          {payment.brand} ending in <span className="figures">{payment.last4}</span>
          <br />
          <bdi>{email}</bdi>
        </p>
      </section>
    </div>
  );
}
