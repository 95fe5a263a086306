import { methodOf } from "@/lib/delivery";
import { type Mail, sendMail } from "@/lib/mail";
import { renderLetter } from "@/lib/mail-template";
import { formatMoney } from "@/lib/money";
import type { Order } from "@/lib/orders";

// The e-mail that follows an order. It is sent after the order stands, and no failure of it undoes the order.

/** Sends the order's e-mail; `link` opens the order. False when it could not be sent, which is logged and nothing else. */
export async function sendOrderMail(order: Order, link: string): Promise<boolean> {
  return sendMail(renderOrderMail(order, link));
}

export function renderOrderMail(order: Order, link: string): Mail {
  const { number, name, street, postcode, city, country } = order;
  const letter = renderLetter({
    heading: "Thank you",
    paragraphs: [
      `Your order ${number} is on its way to the packing table.`,
      `Delivery to ${[name, street, `${postcode} ${city}`, country].join(", ")}, in ${methodOf(order).takes}.`,
    ],
    rows: [...pieces(order), ...totals(order)],
    button: { label: "See your order", url: link },
    note: order.userId
      ? "You find all your orders in your account."
      : "Whoever has this link can see the order, so keep it to yourself.",
  });
  return { to: order.email, subject: `Your order ${number}`, ...letter };
}

function pieces({ lines }: Order): [string, string][] {
  return lines.map(({ quantity, productName, glazeName, priceCents }) => [
    `${quantity} × ${productName}, ${glazeName}`,
    formatMoney(quantity * priceCents),
  ]);
}

function totals(order: Order): [string, string][] {
  return [
    ["Pieces", formatMoney(order.subtotalCents)],
    [`${methodOf(order).name} delivery`, order.deliveryCents === 0 ? "Free" : formatMoney(order.deliveryCents)],
    ["Total", formatMoney(order.totalCents)],
  ];
}
