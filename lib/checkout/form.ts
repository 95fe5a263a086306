import { z } from "zod";
import type { OrderableLine } from "@/lib/cart/ordering";
import { formatMoney } from "@/lib/format/money";
import { emailAddress, wholeNumber } from "@/lib/input/form-fields";
import { addressSchema, keptAddressSchema } from "@/lib/postal/addresses";
import { readEncrypted } from "@/lib/session/encrypted/store";
import { type Card, cardSchema, isExpired } from "./card";
import { type DeliveryMethod, deliveryMethods } from "./delivery";
import { computeTotals } from "./totals";

// What the checkout knows: what was typed so far, sealed in the session, and what the shopper has reviewed.

const typed = z.string().max(254).optional();

/** All that is kept of the form. A card has no place in it. */
const typedSchema = z.object({
  email: typed,
  name: typed,
  street: typed,
  postcode: typed,
  city: typed,
  country: typed,
  delivery: z.enum(deliveryMethods).optional(),
});

export type Typed = z.infer<typeof typedSchema>;

const reviewedLineSchema = z.object({
  sku: z.string().max(40),
  quantity: z.number().int(),
  priceCents: z.number().int(),
});

/** What stood on the page when the shopper ordered: nothing else is ordered. */
const reviewedSchema = z.object({
  cartId: z.uuid(),
  lines: z.array(reviewedLineSchema).max(200),
  delivery: z.enum(deliveryMethods),
  totalCents: z.number().int().positive(),
});

export type Reviewed = z.infer<typeof reviewedSchema>;

const orderingSchema = reviewedSchema.extend({ address: keptAddressSchema, email: z.string() });

/** An order that only needs money. */
export type Ordering = z.infer<typeof orderingSchema>;

const pendingSchema = orderingSchema.extend({ paymentId: z.uuid() });

/** An order that waits for its cardholder to answer the bank. */
export type Pending = z.infer<typeof pendingSchema>;

const draftSchema = z.object({
  typed: typedSchema.catch({}).default({}),
  pending: pendingSchema.optional().catch(undefined),
});

export type CheckoutDraft = z.infer<typeof draftSchema>;

/** What a session's checkout remembers; empty when there is nothing or it cannot be opened. Throws Unavailable. */
export async function readDraft(sessionId: string): Promise<CheckoutDraft> {
  return createDraft(await readEncrypted(sessionId, "checkout"));
}

/** Whatever was opened, as a draft. */
export function createDraft(opened: unknown): CheckoutDraft {
  return draftSchema.catch({ typed: {} }).parse(opened ?? {});
}

/** What was kept, with these fields changed. */
export function mergeTyped(before: unknown, typed: Typed): CheckoutDraft {
  const draft = createDraft(before);
  return { ...draft, typed: { ...draft.typed, ...typed } };
}

/** The fields of a form that are kept: those it has, no card among them. */
export function readTyped(form: Pick<FormData, "get"> | URLSearchParams): Typed {
  const present = Object.keys(typedSchema.shape).filter((name) => typeof form.get(name) === "string");
  const fields = Object.fromEntries(present.map((name) => [name, String(form.get(name)).slice(0, 254)]));
  return typedSchema.catch({}).parse(fields);
}

export type Problems = Partial<
  Record<
    keyof z.input<typeof addressSchema> | "email" | "delivery" | "cardNumber" | "expiry" | "securityCode",
    string[]
  >
>;

/** A member's address is the account's, which has no field here. */
const formSchema = (isMember: boolean) =>
  z.object({
    email: isMember ? z.string() : emailAddress,
    delivery: z.enum(deliveryMethods, "Please choose a delivery."),
  });

/**
 * A submitted form as an order and a card, or what is wrong with its fields; null when its hidden ones make no sense.
 * Members order with the account's `email`.
 */
export function readOrdering(
  form: FormData,
  { email, now }: { email?: string; now: Date },
): { ordering: Ordering; card: Card } | { problems: Problems } | null {
  const fields = { ...Object.fromEntries(form), ...(email && { email }) };
  const address = addressSchema.safeParse(fields);
  const typed = formSchema(Boolean(email)).safeParse(fields);
  const card = cardSchema.safeParse(fields);
  const problems: Problems = {
    ...(address.error && z.flattenError(address.error).fieldErrors),
    ...(typed.error && z.flattenError(typed.error).fieldErrors),
    ...(card.error && z.flattenError(card.error).fieldErrors),
    ...(card.data &&
      isExpired(card.data.expiry, now) && { expiry: ["This card has expired. Please use another one."] }),
  };
  if (!address.success || !typed.success || !card.success || Object.keys(problems).length > 0) return { problems };
  const { email: to, delivery } = typed.data;
  const reviewed = readReviewed(form, delivery);
  return reviewed && { ordering: { ...reviewed, address: address.data, email: to }, card: card.data };
}

const hiddenSchema = z.object({
  reviewed: z.string().transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue("not JSON");
      return z.NEVER;
    }
  }),
  totalCents: wholeNumber({ none: "not a number" }),
});

/** The review travels as one hidden field, and the total beside it, which follows the chosen delivery. */
function readReviewed(form: FormData, delivery: DeliveryMethod): Reviewed | null {
  const hidden = hiddenSchema.safeParse(Object.fromEntries(form)).data;
  const review = z.object({ cartId: z.unknown(), lines: z.unknown() }).safeParse(hidden?.reviewed).data;
  return reviewedSchema.safeParse({ ...review, totalCents: hidden?.totalCents, delivery }).data ?? null;
}

/** What the form says about the cart it was made from. */
export function signReview(cartId: string, lines: readonly OrderableLine[]): string {
  return JSON.stringify({
    cartId,
    lines: lines.map(({ sku, quantity, priceCents }) => ({ sku, quantity, priceCents })),
  });
}

/** In sentences, how the cart differs from what was reviewed, and what cannot be had. Empty when it can be ordered. */
export function describeChanges(reviewed: Reviewed, lines: readonly OrderableLine[]): string[] {
  const news = lines.flatMap((line) => sayLineNews(line, reviewed.lines));
  const gone = reviewed.lines.some(({ sku }) => !lines.some((line) => line.sku === sku));
  if (gone) news.push("A piece was taken out of your cart.");
  const { totalCents } = computeTotals(lines, reviewed.delivery);
  if (news.length === 0 && totalCents !== reviewed.totalCents) {
    news.push(`With this delivery the total is ${formatMoney(totalCents)}.`);
  }
  return news;
}

function sayLineNews(line: OrderableLine, reviewed: Reviewed["lines"]): string[] {
  const { productName, glazeName, quantity, priceCents, stock, isRetired } = line;
  const piece = `${productName} in ${glazeName}`;
  const before = reviewed.find(({ sku }) => sku === line.sku);
  if (isRetired) return [`We no longer make ${piece}. Please take it out of your cart.`];
  if (stock === 0) return [`${piece} is sold out. Please take it out of your cart.`];
  if (stock < quantity)
    return [`There ${stock === 1 ? "is" : "are"} only ${stock} left of ${piece}. Please choose fewer.`];
  if (!before) return [`${piece} was added to your cart.`];
  if (before.quantity !== quantity)
    return [`There ${quantity === 1 ? "is" : "are"} ${quantity} of ${piece} in your cart now.`];
  if (before.priceCents !== priceCents)
    return [`${piece} costs ${formatMoney(priceCents)} now; it was ${formatMoney(before.priceCents)}.`];
  return [];
}
