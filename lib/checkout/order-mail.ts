import { computeLineCents } from "@/lib/cart/totals";
import { formatDuration } from "@/lib/format/duration";
import { isolate } from "@/lib/format/isolate";
import { formatMoney } from "@/lib/format/money";
import type { Mail } from "@/lib/mail/send";
import { renderLetter } from "@/lib/mail/template";
import { findDeliveryMethod, formatDeliveryCost } from "./delivery";
import { keyLifetime, type Order } from "./orders";

// The e-mail that follows an order. It is queued with the order, and no failure of it undoes the order.

type Options = {
  /** Opens the order. */
  link: string;
  /** The reader has shown that the mailbox is theirs: anybody else gets no word that whoever ordered typed. */
  isProven: boolean;
};

export function renderOrderMail(order: Order, { link, isProven }: Options): Mail {
  const { number, name, street, postcode, city, country } = order;
  const { takes } = findDeliveryMethod(order);
  const to = [name, street, `${postcode} ${city}`.trim(), country].map(isolate).join(", ");
  const letter = renderLetter({
    heading: "Thank you",
    paragraphs: [
      `Your order ${number} is on its way to the packing table.`,
      isProven ? `Delivery to ${to}, in ${takes}.` : `Delivery to the address you gave, in ${takes}.`,
    ],
    rows: [...pieces(order), ...totals(order)],
    button: { label: "See your order", url: link },
    note: order.userId
      ? "You find all your orders in your account."
      : `Whoever has this link can see the order, for ${formatDuration(keyLifetime)}. Keep it to yourself.`,
  });
  return { to: order.email, subject: `Your order ${number}`, ...letter };
}

function pieces({ lines }: Order): [string, string][] {
  return lines.map((line) => [
    `${line.quantity} × ${line.productName}, ${line.glazeName}`,
    formatMoney(computeLineCents(line)),
  ]);
}

function totals(order: Order): [string, string][] {
  return [
    ["Pieces", formatMoney(order.subtotalCents)],
    [findDeliveryMethod(order).delivery, formatDeliveryCost(order.deliveryCents)],
    ["Total", formatMoney(order.totalCents)],
  ];
}
