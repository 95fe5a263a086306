import { z } from "zod";
import { admitGuest } from "@/lib/account/admit";
import { type Refused, runAction } from "@/lib/actions/run";
import * as cart from "@/lib/cart";
import { readOffer } from "@/lib/catalog";
import { wholeNumber } from "@/lib/input/form-fields";
import { answerTooManyTries } from "@/lib/rate-limit/limiter";
import { withOrStartSession } from "@/lib/session";
import { add, wrong } from "@/words/cart";
import { throttle } from "@/words/throttle";

export const quantitySchema = wholeNumber({ none: wrong.notANumber, notWhole: wrong.notWhole }).pipe(
  z.number().min(1, wrong.tooFew).max(cart.maxQuantity, wrong.tooMany(cart.maxQuantity)),
);

export const skuSchema = z.string(wrong.chooseGlaze).regex(/^[\w-]{1,40}$/, wrong.chooseGlaze);

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
  if (!line.success) return { status: "invalid", message: line.error.issues[0]?.message ?? wrong.checkForm };
  const answer = await runAction(async () => {
    const offer = await readOffer(line.data.sku);
    if (!offer?.stock || offer.isRetired) return { status: "short" as const, available: 0, inCart: 0, ...offer };
    return answerTooManyTries(
      () => withOrStartSession(admitGuest, (tx, owner) => cart.addLine(tx, owner, line.data)),
      throttle.tooManyCarts,
    );
  });
  return answer.status === "short" ? { status: "short", message: sayShort(answer) } : answer;
}

type Short = { available: number; inCart: number; isRetired?: boolean };

function sayShort({ available, inCart, isRetired }: Short): string {
  if (isRetired) return add.retired;
  if (inCart > 0) return add.inCart(inCart, available);
  return available === 0 ? add.soldOut : add.left(available);
}
