import { methodOf } from "@/lib/delivery";
import { type Mail, sendMail } from "@/lib/mail";
import { renderLetter } from "@/lib/mail-template";
import { formatMoney } from "@/lib/money";
import type { Order } from "@/lib/orders";

// The e-mail that follows an order. It is sent after the order stands, and no failure of it undoes the order.

/** Sends the order's e-mail; `link` opens the order. A failure is logged by the mail's sender and nothing else. */
export async function sendOrderMail(order: Order, link: string): Promise<void> {
  await sendMail(renderOrderMail(order, link));
}

function renderOrderMail(order: Order, link: string): Mail {
  const { number, email, name, street, postcode, city, country, lines, userId } = order;
  const letter = renderLetter({
    heading: "Thank you for your order",
    rows: [
      ...lines.map(({ quantity, productName, glazeName, priceCents }): [string, string] => [
        `${quantity} × ${productName}, ${glazeName}`,
        formatMoney(quantity * priceCents),
      ]),
      [`${methodOf(order).name} delivery`, order.deliveryCents === 0 ? "Free" : formatMoney(order.deliveryCents)],
      ["Total", formatMoney(order.totalCents)],
    ],
    paragraphs: [`${number} goes to ${name}, ${street}, ${postcode} ${city}, ${country}, in ${methodOf(order).takes}.`],
    button: { label: "See your order", url: link },
    note: userId
      ? "You get this because you ordered with your account."
      : "You get this because this address was given with the order. Whoever has the link can see it, so keep it to yourself.",
  });
  return { to: email, subject: `Your order ${number}`, ...letter };
}
