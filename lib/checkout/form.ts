import { z } from "zod";
import type { OrderableLine } from "@/lib/cart/ordering";
import { formatMoney } from "@/lib/format/money";
import { emailAddress, wholeNumber } from "@/lib/input/form-fields";
import { addressSchema, keptAddressSchema } from "@/lib/postal/addresses";
import { type Card, cardSchema, isExpired } from "./card";
import { type DeliveryMethod, deliveryMethods } from "./delivery";
import { computeTotals } from "./totals";

// A submitted checkout: what its fields say, and what the shopper has reviewed.

const reviewedLineSchema = z.object({
  sku: z.string().max(40),
  quantity: z.number().int(),
  priceCents: z.number().int(),
});

/** The lines, the delivery and the total that the page showed when the shopper ordered. Nothing else is ordered. */
const reviewedSchema = z.object({
  cartId: z.uuid(),
  lines: z.array(reviewedLineSchema).max(200),
  delivery: z.enum(deliveryMethods),
  totalCents: z.number().int().positive(),
});

export type Reviewed = z.infer<typeof reviewedSchema>;

export const orderingSchema = reviewedSchema.extend({ address: keptAddressSchema, email: z.string() });

/** A checked order that is not paid yet. */
export type Ordering = z.infer<typeof orderingSchema>;

export type Problems = Partial<
  Record<
    keyof z.input<typeof addressSchema> | "email" | "delivery" | "cardNumber" | "expiry" | "securityCode",
    string[]
  >
>;

/** A member's e-mail address is the account's, so the form has no field for it. */
const formSchema = (isMember: boolean) =>
  z.object({
    email: isMember ? z.string() : emailAddress,
    delivery: z.enum(deliveryMethods, "Please choose a delivery."),
  });

/**
 * Reads a submitted form: an order and a card, or the problems of its fields. Null when its hidden fields are not what a
 * page sends. Members order with the account's `email`.
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

/** Reads the hidden fields: the reviewed cart is one, the total another, since it changes with the chosen delivery. */
function readReviewed(form: FormData, delivery: DeliveryMethod): Reviewed | null {
  const hidden = hiddenSchema.safeParse(Object.fromEntries(form)).data;
  const review = z.object({ cartId: z.unknown(), lines: z.unknown() }).safeParse(hidden?.reviewed).data;
  return reviewedSchema.safeParse({ ...review, totalCents: hidden?.totalCents, delivery }).data ?? null;
}

/** The hidden field that says which cart the page showed. */
export function signReview(cartId: string, lines: readonly OrderableLine[]): string {
  return JSON.stringify({
    cartId,
    lines: lines.map(({ sku, quantity, priceCents }) => ({ sku, quantity, priceCents })),
  });
}

/** Says in sentences how the cart differs from the reviewed one, and what is not available. Empty when it can be ordered. */
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
