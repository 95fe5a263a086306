import { methodOf, sayDeliveryCost } from "@/lib/delivery";
import { isolate } from "@/lib/isolate";
import type { Mail } from "@/lib/mail";
import { renderLetter } from "@/lib/mail-template";
import { formatMoney } from "@/lib/money";
import { keyLifetime, type Order } from "@/lib/orders";
import { sayDuration } from "@/lib/session/words";
import { orderMail as words } from "@/words/order-mail";
import { totals as sums } from "@/words/totals";

// The e-mail that follows an order. It is queued with the order, and no failure of it undoes the order.

type Options = {
  /** Opens the order. */
  link: string;
  /** The reader has shown that the mailbox is theirs: anybody else gets no word that whoever ordered typed. */
  isProven: boolean;
};

export function renderOrderMail(order: Order, { link, isProven }: Options): Mail {
  const { number, name, street, postcode, city, country } = order;
  const { takes } = methodOf(order);
  const to = [name, street, `${postcode} ${city}`.trim(), country].map(isolate).join(", ");
  const letter = renderLetter({
    heading: words.heading,
    paragraphs: [words.onItsWay(number), isProven ? words.delivery(to, takes) : words.deliveryAsSaid(takes)],
    rows: [...pieces(order), ...totals(order)],
    button: { label: words.seeOrder, url: link },
    note: order.userId ? words.inAccount : words.keepLink(sayDuration(keyLifetime)),
  });
  return { to: order.email, subject: words.subject(number), ...letter };
}

function pieces({ lines }: Order): [string, string][] {
  return lines.map(({ quantity, productName, glazeName, priceCents }) => [
    `${quantity} × ${productName}, ${glazeName}`,
    formatMoney(quantity * priceCents),
  ]);
}

function totals(order: Order): [string, string][] {
  return [
    [sums.pieces, formatMoney(order.subtotalCents)],
    [methodOf(order).delivery, sayDeliveryCost(order.deliveryCents)],
    [sums.total, formatMoney(order.totalCents)],
  ];
}
