import { z } from "zod";
import { readDraft } from "@/lib/session/encrypted/draft";
import type { DraftPlace } from "@/lib/session/encrypted/draft-place";
import { nameDraft } from "@/lib/session/encrypted/draft-place";
import { changeEncrypted, readEncrypted, removeEncrypted } from "@/lib/session/encrypted/store";
import { deliveryMethods } from "./delivery";
import { orderingSchema } from "./form";

// What a session keeps of a checkout that is not finished: what was typed, and an order that waits for the bank's question.

const text = z
  .string()
  .transform((typed) => typed.slice(0, 254))
  .optional();

/** All that is kept of the form. A card has no place in it. */
const typedSchema = z.object({
  email: text,
  name: text,
  street: text,
  postcode: text,
  city: text,
  country: text,
  delivery: z.enum(deliveryMethods).optional().catch(undefined),
  /** As the browser names a checkbox: "true" or "false". */
  "saveAddress=on": text,
});

export type Typed = z.infer<typeof typedSchema>;

export const checkoutPlace = {
  path: "/checkout",
  given: "always",
  names: Object.keys(typedSchema.shape),
} as const satisfies DraftPlace;

/** Returns what was typed at the checkout so far; empty when nothing is kept. Throws Unavailable. */
export async function readTyped(sessionId: string): Promise<Typed> {
  return typedSchema.parse(await readDraft(sessionId, checkoutPlace));
}

const pendingSchema = orderingSchema.extend({ paymentId: z.uuid() });

/** An order that waits for its cardholder to answer the bank. */
export type PendingOrder = z.infer<typeof pendingSchema>;

/** Keeps an order that waits for the bank's question, so that it can be placed from anywhere the session goes. */
export async function keepPendingOrder(sessionId: string, order: PendingOrder): Promise<void> {
  await changeEncrypted(sessionId, "order", () => order);
}

/** Returns the order that waits for the bank's question; null when there is none. Throws Unavailable. */
export async function readPendingOrder(sessionId: string): Promise<PendingOrder | null> {
  return pendingSchema.safeParse(await readEncrypted(sessionId, "order")).data ?? null;
}

/** Deletes both, when the order is placed. */
export async function forgetCheckout(sessionId: string): Promise<void> {
  await removeEncrypted(sessionId, [nameDraft(checkoutPlace), "order"]);
}
