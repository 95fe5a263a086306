import { z } from "zod";
import { admitGuest } from "@/lib/account/admit";
import { type Refused, runAction } from "@/lib/actions/run";
import * as cart from "@/lib/cart";
import { readOffer } from "@/lib/catalog";
import { wholeNumber } from "@/lib/input/form-fields";
import { answerTooManyTries } from "@/lib/rate-limit/limiter";
import { withOrStartSession } from "@/lib/session";

export const quantitySchema = wholeNumber({
  none: "Please enter a number.",
  notWhole: "Please enter a whole number.",
}).pipe(z.number().min(1, "One at least.").max(cart.maxQuantity, `${cart.maxQuantity} at most.`));

const noGlaze = "Please choose a glaze.";
export const skuSchema = z.string(noGlaze).regex(/^[\w-]{1,40}$/, noGlaze);

const addSchema = z.object({ sku: skuSchema, quantity: quantitySchema });

export type AddAnswer =
  | { status: "idle" }
  | { status: "invalid"; message: string }
  | { status: "short"; message: string }
  | { status: "added"; count: number }
  | Refused;

/** Adds pieces in one glaze to the cart; the first piece starts a guest's session. `form` is what somebody sent. */
export async function addLine(form: Iterable<[string, unknown]>): Promise<Exclude<AddAnswer, { status: "idle" }>> {
  const line = addSchema.safeParse(Object.fromEntries(form));
  if (!line.success) return { status: "invalid", message: line.error.issues[0]?.message ?? "Please check the form." };
  const answer = await runAction(async () => {
    const offer = await readOffer(line.data.sku);
    if (!offer?.stock || offer.isRetired) return { status: "short" as const, available: 0, inCart: 0, ...offer };
    return answerTooManyTries(
      () => withOrStartSession(admitGuest, (tx, owner) => cart.addLine(tx, owner, line.data)),
      (wait) =>
        `Many carts were started from your network just now, so this one has to wait ${wait}. ` +
        "If you have an account, you can log in and go on.",
    );
  });
  return answer.status === "short" ? { status: "short", message: sayShort(answer) } : answer;
}

type Short = { available: number; inCart: number; isRetired?: boolean };

function sayShort({ available, inCart, isRetired }: Short): string {
  if (isRetired) return "We no longer make this one.";
  if (available === 0)
    return inCart === 0 ? "This one is sold out." : `You have ${inCart} in your cart, which is all there is.`;
  return inCart === 0
    ? `Only ${available} left. Please choose fewer.`
    : `You have ${inCart} in your cart; ${available} more can be added.`;
}
