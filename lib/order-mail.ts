import { deliveryWords } from "@/lib/delivery";
import { logError } from "@/lib/log";
import { formatMoney } from "@/lib/money";
import type { Order } from "@/lib/orders";

// The e-mail that follows an order. It is sent after the order stands, and no failure of it undoes the order.

type Mail = { to: string; subject: string; text: string; html: string };

/** Sends the order's e-mail; `link` opens the order. A failure is logged and nothing else. */
export async function sendOrderMail(order: Order, link: string): Promise<void> {
  try {
    await hand(renderOrderMail(order, link));
  } catch (error) {
    logError("An order's e-mail was not sent", error, { order: order.number });
  }
}

/** The one line between orders and mail: `return sendMail(mail)` of lib/mail.ts belongs here. */
async function hand(_mail: Mail): Promise<void> {}

export function renderOrderMail(order: Order, link: string): Mail {
  const subject = `Your order ${order.number}`;
  return { to: order.email, subject, text: renderText(order, link), html: renderHtml(order, link) };
}

function totals(order: Order): [string, string][] {
  return [
    ["Pieces", formatMoney(order.subtotalCents)],
    [`${methodOf(order).name} delivery`, order.deliveryCents === 0 ? "Free" : formatMoney(order.deliveryCents)],
    ["Total", formatMoney(order.totalCents)],
  ];
}

/** How an order is delivered, in words. */
export function methodOf({ delivery }: Pick<Order, "delivery">) {
  return deliveryWords[delivery === "EXPRESS" ? "express" : "standard"];
}

function renderText(order: Order, link: string): string {
  const { name, street, postcode, city, country, lines } = order;
  return [
    `Thank you. Your order ${order.number} is on its way to the packing table.`,
    "",
    ...lines.map(
      ({ quantity, productName, glazeName, priceCents }) =>
        `${quantity} × ${productName}, ${glazeName}: ${formatMoney(quantity * priceCents)}`,
    ),
    "",
    ...totals(order).map(([what, amount]) => `${what}: ${amount}`),
    "",
    "Delivery to",
    ...[name, street, `${postcode} ${city}`, country],
    `in ${methodOf(order).takes}`,
    "",
    `See your order: ${link}`,
    ...(order.userId ? [] : ["Whoever has this link can see the order, so keep it to yourself."]),
    "",
    "The Cookie Jar",
  ].join("\n");
}

function renderHtml(order: Order, link: string): string {
  const { name, street, postcode, city, country } = order;
  const cell = "padding:10px 0;border-bottom:1px solid #e3d9ca";
  const row = (what: string, amount: string) =>
    `<tr><td style="${cell}">${escapeHtml(what)}</td><td style="${cell};text-align:right">${escapeHtml(amount)}</td></tr>`;
  const pieces = order.lines.map(({ quantity, productName, glazeName, priceCents }) =>
    row(`${quantity} × ${productName}, ${glazeName}`, formatMoney(quantity * priceCents)),
  );
  const address = [name, street, `${postcode} ${city}`, country].map(escapeHtml).join("<br>");
  return `<!doctype html><html lang="en"><body style="margin:0;background:#faf7f1;color:#2a231d;font-family:system-ui,sans-serif;line-height:1.6">
<div style="max-width:560px;margin:0 auto;padding:32px 20px">
<h1 style="font-family:Georgia,serif;font-weight:400;font-size:30px;line-height:1.15">Thank you</h1>
<p>Your order ${order.number} is on its way to the packing table.</p>
<table style="width:100%;border-collapse:collapse;margin:24px 0">${[...pieces, ...totals(order).map(([what, amount]) => row(what, amount))].join("")}</table>
<p>Delivery to<br>${address}<br>in ${methodOf(order).takes}</p>
<p style="margin:28px 0"><a href="${escapeHtml(link)}" style="background:#a2472a;color:#fffaf3;padding:14px 26px;border-radius:3px;text-decoration:none">See your order</a></p>
${order.userId ? "" : "<p>Whoever has this link can see the order, so keep it to yourself.</p>"}
<p>The Cookie Jar</p></div></body></html>`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
