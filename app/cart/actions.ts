"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { isScripted } from "@/app/is-scripted";
import * as cart from "@/lib/cart";
import { readStock } from "@/lib/catalog";
import { type Refusal, refusing, withOrStartSession, withSession } from "@/lib/session";

const quantitySchema = z.coerce
  .number("Please enter a number.")
  .int("Please enter a whole number.")
  .min(1, "One at least.")
  .max(cart.maxQuantity, `${cart.maxQuantity} at most.`);

const addSchema = z.object({ sku: z.string("Please choose a glaze.").min(1).max(40), quantity: quantitySchema });
const changeSchema = z.object({ line: z.uuid(), quantity: quantitySchema });
const removeSchema = z.object({ line: z.uuid() });

export type AddAnswer =
  | { status: "idle" }
  | { status: "invalid"; message: string }
  | { status: "short"; message: string }
  | { status: "added"; count: number }
  | Refusal;

/** Adds pieces in one glaze to the cart; the first piece starts a guest's session. */
export async function addToCart(_: AddAnswer, form: FormData): Promise<AddAnswer> {
  const line = addSchema.safeParse(Object.fromEntries(form));
  if (!line.success) return { status: "invalid", message: line.error.issues[0]?.message ?? "Please check the form." };
  const answer = await refusing(async () => {
    const stock = await readStock(line.data.sku);
    if (!stock) return { status: "short" as const, available: 0, inCart: 0 };
    return withOrStartSession((tx, owner) => cart.add(tx, owner, line.data));
  });
  if (answer.status === "short") return { status: "short", message: sayShort(answer) };
  if (answer.status === "added" && !(await isScripted())) redirect("/cart?added");
  return answer;
}

function sayShort({ available, inCart }: { available: number; inCart: number }): string {
  if (inCart === 0) return available === 0 ? "This one is sold out." : `Only ${available} left. Please choose fewer.`;
  const had = `You have ${inCart} in your cart`;
  return available === 0 ? `${had}, which is all there is.` : `${had}; ${available} more can be added.`;
}

export type LineAnswer = { status: "idle" } | { status: "changed" } | { status: "invalid"; message: string } | Refusal;

/** Sets how many of a line the shopper wants, at most what is in stock. */
export async function changeQuantity(_: LineAnswer, form: FormData): Promise<LineAnswer> {
  const line = changeSchema.safeParse(Object.fromEntries(form));
  if (!line.success) return { status: "invalid", message: line.error.issues[0]?.message ?? "Please check the form." };
  const { line: id, quantity } = line.data;
  const answer = await refusing(async () => {
    const changed = await withSession((tx, owner) => cart.changeQuantity(tx, owner, { id, quantity }));
    if (!changed) return { status: "invalid" as const, message: "This piece is no longer in your cart." };
    return sayChanged(changed.quantity, quantity);
  });
  // Without a database there is nothing to show anew: the page stays as it is, with the words under it.
  if (answer.status !== "unavailable") refresh();
  return answer;
}

function sayChanged(got: number, wanted: number): LineAnswer {
  return got === wanted
    ? { status: "changed" }
    : { status: "invalid", message: `Only ${got} left, so we set it to ${got}.` };
}

/** Takes a line out of the cart. A line that is gone already is what the shopper wanted. */
export async function removeLine(_: LineAnswer, form: FormData): Promise<LineAnswer> {
  const line = removeSchema.safeParse(Object.fromEntries(form));
  if (!line.success) return { status: "invalid", message: "This piece is no longer in your cart." };
  const answer = await refusing(async () => {
    await withSession((tx, owner) => cart.removeLine(tx, owner, line.data.line));
    return { status: "changed" as const };
  });
  // Without a database there is nothing to show anew: the page stays as it is, with the words under it.
  if (answer.status !== "unavailable") refresh();
  return answer;
}
