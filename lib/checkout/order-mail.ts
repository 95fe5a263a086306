import { computeLineCents } from "@/lib/cart/totals";
import { formatDuration } from "@/lib/format/duration";
import { isolate } from "@/lib/format/isolate";
import { formatMoney } from "@/lib/format/money";
import type { Mail } from "@/lib/mail/send";
import { renderLetter } from "@/lib/mail/template";
import { findDeliveryMethod, formatDeliveryCost } from "./delivery";
import { keyLifetime, type Order } from "./orders";

// The mail that confirms an order. It is queued with the order; if it cannot be sent, the order stays.

type Options = {
  /** Opens the order. */
  link: string;
  /** The reader has proven that the mailbox is theirs. Otherwise the mail repeats nothing that was typed in the order. */
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
