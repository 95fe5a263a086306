import type { Metadata } from "next";
import { formatDay } from "@/components/order/format-day";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { AppLink } from "@/components/ui/link";
import { formatMoney } from "@/lib/money";
import { listOrders, type Order } from "@/lib/orders";
import { requireUser } from "@/lib/session";

export const metadata: Metadata = { title: "Your orders" };

export default async function OrdersPage() {
  const { userId } = await requireUser("/account/orders");
  const orders = await listOrders(userId);
  return (
    <div className="wrap section max-w-3xl">
      <h1 className="title mb-8">Your orders</h1>
      {orders.length === 0 ? (
        <p className="lead">You have not ordered anything yet.</p>
      ) : (
        <ul className="rows">
          {orders.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </ul>
      )}
      <PlainLogOut />
    </div>
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
