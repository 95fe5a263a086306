import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { formatDay } from "@/components/order/format-day";
import { AppLink } from "@/components/ui/link";
import { listOrders, type Order } from "@/lib/checkout/orders";
import { formatMoney } from "@/lib/format/money";
import { requireUser } from "@/lib/session";

export const metadata: Metadata = { title: "Your orders" };

export default async function OrdersPage() {
  const session = await requireUser("/account/orders");
  const orders = await listOrders(session.userId);
  return (
    <AccountPage session={session} current="/account/orders" title="Your orders">
      {orders.length === 0 ? (
        <p className="lead mt-8">You have not ordered anything yet.</p>
      ) : (
        <ul className="rows mt-8 max-w-3xl">
          {orders.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </ul>
      )}
    </AccountPage>
  );
}

function OrderRow({ order }: { order: Order }) {
  const pieces = order.lines.map(({ quantity, productName }) => `${quantity} × ${productName}`).join(", ");
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <div>
        <AppLink href={`/orders/${order.number}`} className="button-link figures">
          {order.number}
        </AppLink>
        <p className="text-sm text-soft">
          {formatDay(order.placedAt)}: {pieces}
        </p>
      </div>
      <p className="figures">{formatMoney(order.totalCents)}</p>
    </li>
  );
}
