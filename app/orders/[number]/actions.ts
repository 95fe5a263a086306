"use server";

import { admitGuest } from "@/lib/account/admit";
import { type GoTo, goTo } from "@/lib/actions/navigate";
import { type Refused, runAction } from "@/lib/actions/run";
import { findOrderByKey, grantOrder, isOrderNumber, keyLifetime } from "@/lib/checkout/orders";
import { formatDuration } from "@/lib/format/duration";
import { replaceGuestToken, withOrStartSession } from "@/lib/session";

export type OpenAnswer = { status: "idle" } | { status: "unknown"; message: string } | GoTo | Refused;

/** Lets this browser's session see a guest's order, by the key in the mail's link, and leads to the page without the key. */
export async function openOrder(_: OpenAnswer, form: FormData): Promise<OpenAnswer> {
  const number = String(form.get("number"));
  const answer = await runAction(async () => {
    const order = isOrderNumber(number) ? await findOrderByKey(number, String(form.get("key"))) : null;
    if (!order) return unknown;
    await replaceGuestToken(form.get("page"));
    await withOrStartSession(admitGuest, (tx, session) => grantOrder(tx, session.id, order.id));
    return { status: "go" as const, next: `/orders/${number}` };
  });
  return answer.status === "go" ? goTo(answer.next) : answer;
}

const unknown: OpenAnswer = {
  status: "unknown",
  message: `This link opens no order. Please use the whole link of the e-mail; it works for ${formatDuration(keyLifetime)}.`,
};
