"use server";

import { type GoTo, goTo } from "@/app/go-to";
import { findByKey, grant, isOrderNumber, keyLifetime } from "@/lib/orders";
import { type Refusal, refusing, renewGuest, withOrStartSession } from "@/lib/session";
import { sayDuration } from "@/lib/session/words";
import { type Wait, waiting } from "@/lib/throttle";
import { admitGuest } from "@/lib/throttle-network";
import { openOrder as words } from "@/words/order";

export type OpenAnswer = { status: "idle" } | { status: "unknown"; message: string } | GoTo | Refusal | Wait;

/** Opens a guest's order to this browser's session by the key of its e-mail, and takes the key out of the address. */
export async function openOrder(_: OpenAnswer, form: FormData): Promise<OpenAnswer> {
  const number = String(form.get("number"));
  const answer = await refusing(() =>
    waiting(async () => {
      const order = isOrderNumber(number) ? await findByKey(number, String(form.get("key"))) : null;
      if (!order) return unknown;
      await renewGuest(form.get("page"));
      await withOrStartSession(admitGuest, (tx, session) => grant(tx, session.id, order.id));
      return { status: "go" as const, next: `/orders/${number}` };
    }),
  );
  return answer.status === "go" ? goTo(answer.next) : answer;
}

const unknown: OpenAnswer = { status: "unknown", message: words.unknown(sayDuration(keyLifetime)) };
