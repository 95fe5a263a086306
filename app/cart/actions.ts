"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { isScripted } from "@/lib/actions/navigate";
import { type Refused, runAction } from "@/lib/actions/run";
import * as cart from "@/lib/cart";
import { wholeNumber } from "@/lib/input/form-fields";
import { withSession } from "@/lib/session";
import { type AddAnswer, addLine, quantitySchema, skuSchema } from "./add-line";

const changeSchema = z.object({ line: z.uuid(), quantity: quantitySchema });
const removeSchema = z.object({ line: z.uuid() });

/** The form to add pieces, without JavaScript: adds them and redirects to the cart. The first piece starts a guest's session. */
export async function addToCart(_: AddAnswer, form: FormData): Promise<AddAnswer> {
  const answer = await runAction(() => addLine(form));
  if (answer.status === "added") redirect("/cart?added");
  return answer;
}

export type LineAnswer = { status: "idle" } | { status: "changed" } | { status: "invalid"; message: string } | Refused;

/** Sets a line's quantity, at most what is in stock. */
export async function changeQuantity(_: LineAnswer, form: FormData): Promise<LineAnswer> {
  const line = changeSchema.safeParse(Object.fromEntries(form));
  if (!line.success) return { status: "invalid", message: line.error.issues[0]?.message ?? "Please check the form." };
  const { line: id, quantity } = line.data;
  const answer = await runAction(async () => {
    const changed = await withSession((tx, owner) => cart.changeQuantity(tx, owner, { id, quantity }));
    if (!changed) return { status: "invalid" as const, message: "This piece is no longer in your cart." };
    return answerChanged(changed, quantity);
  });
  // While the database is down the page stays as it is, with the message under it.
  if (answer.status !== "unavailable") refresh();
  return answer;
}

function answerChanged({ quantity, isSoldOut }: { quantity: number; isSoldOut: boolean }, wanted: number): LineAnswer {
  if (isSoldOut) return { status: "invalid", message: "This piece is sold out now." };
  if (quantity === wanted) return { status: "changed" };
  return { status: "invalid", message: `Only ${quantity} left, so we set it to ${quantity}.` };
}

const tooLate = "This piece cannot be put back. Please add it again.";

/** What "Undo" sends back. `addedAt` is the line's place in the cart. */
const putBackSchema = z.object({
  sku: skuSchema,
  quantity: quantitySchema,
  shownCents: wholeNumber({ none: tooLate }).pipe(z.number().positive().max(10_000_000)),
  addedAt: z.iso
    .datetime()
    .transform((at) => new Date(at))
    .refine((at) => at > new Date(0)),
});

/** A removed line as a form can carry it. */
export type Removed = { sku: string; name: string; quantity: number; shownCents: number; addedAt: string };

export type RemoveAnswer = LineAnswer | { status: "removed"; removed: Removed };

/** Removes a line and returns it for "Undo". A line that was already gone is no error. */
export async function removeLine(_: RemoveAnswer, form: FormData): Promise<RemoveAnswer> {
  const line = removeSchema.safeParse(Object.fromEntries(form));
  if (!line.success) return { status: "invalid", message: "This piece is no longer in your cart." };
  const answer = await runAction(async () => {
    const removed = await withSession((tx, owner) => cart.removeLine(tx, owner, line.data.line));
    if (!removed) return { status: "changed" as const };
    return { status: "removed" as const, removed: { ...removed, addedAt: removed.addedAt.toISOString() } };
  });
  if (answer.status === "removed" && !(await isScripted())) redirect(`/cart?${removedParameters(answer.removed)}`);
  // While the database is down the page stays as it is, with the message under it.
  if (answer.status !== "unavailable") refresh();
  return answer;
}

function removedParameters({ name, quantity, shownCents, ...rest }: Removed): URLSearchParams {
  return new URLSearchParams({ removed: name, quantity: `${quantity}`, shownCents: `${shownCents}`, ...rest });
}

/** "Undo": puts a removed line back in its place, at most as many pieces as are in stock. */
export async function putBack(_: LineAnswer, form: FormData): Promise<LineAnswer> {
  const line = putBackSchema.safeParse(Object.fromEntries(form));
  if (!line.success) return { status: "invalid", message: tooLate };
  const answer = await runAction(async () => {
    await withSession((tx, owner) => cart.putBack(tx, owner, line.data));
    return { status: "changed" as const };
  });
  if (answer.status === "changed" && !(await isScripted())) redirect("/cart");
  // While the database is down the page stays as it is, with the message under it.
  if (answer.status !== "unavailable") refresh();
  return answer;
}

const seenSchema = z.array(
  z
    .string()
    .regex(/^[\da-f-]{36}:\d{1,8}:\d{1,8}$/)
    .transform((seen) => seen.split(":"))
    .transform(([id = "", priceCents, stock]) => ({ id, priceCents: Number(priceCents), stock: Number(stock) }))
    .refine(({ id }) => z.uuid().safeParse(id).success),
);

/** The shopper has read what changed: prices become the ones last shown, quantities follow the stock. */
export async function acceptChanges(_: LineAnswer, form: FormData): Promise<LineAnswer> {
  const seen = seenSchema.max(200).safeParse(form.getAll("seen"));
  if (!seen.success) return { status: "invalid", message: "Please look at your cart again." };
  const answer = await runAction(async () => {
    await withSession((tx, owner) => cart.acceptChanges(tx, owner, seen.data));
    return { status: "changed" as const };
  });
  // While the database is down the page stays as it is, with the message under it.
  if (answer.status !== "unavailable") refresh();
  return answer;
}
