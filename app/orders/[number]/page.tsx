import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { OpenOrder } from "@/app/orders/[number]/_components/open-order";
import { OrderView } from "@/app/orders/[number]/_components/order-view";
import { OwnPage } from "@/components/session/own-page";
import { PlainLogOut } from "@/components/session/plain-log-out";
import { findOrder, isOrderNumber } from "@/lib/checkout/orders";
import { readOrderMailState } from "@/lib/mail/outbox-support";
import { isMember, requireUser, resumeSession } from "@/lib/session";
import { createPageKey } from "@/lib/session/token";

export async function generateMetadata({ params }: PageProps<"/orders/[number]">): Promise<Metadata> {
  const { number } = await params;
  return { title: isOrderNumber(number) ? `Order ${number}` : "Order", robots: { index: false } };
}

/** A member's own order, or a guest's order that this session may see. Others do not learn whether it exists. */
export default async function OrderPage({ params, searchParams }: PageProps<"/orders/[number]">) {
  const { number } = await params;
  const { key, placed } = await searchParams;
  if (!isOrderNumber(number)) notFound();
  const session = await resumeSession();
  const order = session && (await findOrder(session, number));
  if (order && key !== undefined) redirect(`/orders/${number}`);
  if (!order && typeof key === "string") return <OpenOrder number={number} orderKey={key} pageKey={createPageKey()} />;
  if (!order) {
    await requireUser(`/orders/${number}`);
    notFound();
  }
  return (
    <div className="wrap section">
      <OwnPage />
      {isMember(session) && <PlainLogOut className="mb-8" />}
      <OrderView order={order} isJustPlaced={placed !== undefined} mail={await readOrderMailState(number)} />
    </div>
  );
}
