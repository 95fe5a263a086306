import { z } from "zod";
import { admitGuest } from "@/lib/account/admit";
import type { Refused } from "@/lib/actions/run";
import * as cart from "@/lib/cart";
import { readOffer } from "@/lib/catalog";
import { wholeNumber } from "@/lib/input/form-fields";
import { withOrStartSession } from "@/lib/session";

export const quantitySchema = wholeNumber({
  none: "Please enter a number.",
  notWhole: "Please enter a whole number.",
}).pipe(z.number().min(1, "One at least.").max(cart.maxQuantity, `${cart.maxQuantity} at most.`));

const noGlaze = "Please choose a glaze.";
export const skuSchema = z.string(noGlaze).regex(/^[\w-]{1,40}$/, noGlaze);

const addSchema = z.object({ sku: skuSchema, quantity: quantitySchema });

type Added = { status: "invalid" | "short"; message: string } | { status: "added"; count: number };

export type AddAnswer = { status: "idle" } | Added | Refused;

/**
 * Adds pieces in one glaze to the cart; the first piece starts a guest's session. `form` is what somebody sent. Throws what
 * the session, a limit or the database refuses.
 */
export async function addLine(form: Iterable<[string, unknown]>): Promise<Added> {
  const line = addSchema.safeParse(Object.fromEntries(form));
  if (!line.success) return { status: "invalid", message: line.error.issues[0]?.message ?? "Please check the form." };
  const offer = await readOffer(line.data.sku);
  if (!offer?.stock || offer.isRetired)
    return { status: "short", message: describeShortage({ available: 0, inCart: 0, ...offer }) };
  const answer = await withOrStartSession(admitGuest, (tx, owner) => cart.addLine(tx, owner, line.data));
  return answer.status === "short" ? { status: "short", message: describeShortage(answer) } : answer;
}

type Shortage = { available: number; inCart: number; isRetired?: boolean };

function describeShortage({ available, inCart, isRetired }: Shortage): string {
  if (isRetired) return "We no longer make this one.";
  if (available === 0)
    return inCart === 0 ? "This one is sold out." : `You have ${inCart} in your cart, which is all there is.`;
  return inCart === 0
    ? `Only ${available} left. Please choose fewer.`
    : `You have ${inCart} in your cart; ${available} more can be added.`;
}
