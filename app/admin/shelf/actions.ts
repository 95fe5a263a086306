"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type Refused, runAction } from "@/lib/actions/run";
import * as shelf from "@/lib/catalog/shelf";
import { requireStaff } from "@/lib/session";

const MAX_CENTS = 10_000_000;
const MAX_STOCK = 100_000;

const notAPrice = "Please enter a price such as 28 or 28.50.";
const notAStock = "Please enter how many there are: a whole number from 0 to 100000.";

/** Money as people type it: "28", "28.50" or "28,5". */
const price = z
  .string()
  .trim()
  .regex(/^\d{1,6}(?:[.,]\d{1,2})?$/, notAPrice)
  .transform((typed) => Math.round(Number(typed.replace(",", ".")) * 100))
  .refine((cents) => cents > 0 && cents <= MAX_CENTS, notAPrice);

const stock = z
  .string()
  .trim()
  .regex(/^\d{1,6}$/, notAStock)
  .transform(Number)
  .refine((count) => count <= MAX_STOCK, notAStock);

const count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

const changeSchema = z.object({ price, stock });

/** The values that the page showed. */
const wasSchema = z.object({
  sku: z.string().regex(/^[\w-]{1,40}$/),
  wasCents: count,
  wasStock: count,
  wasRetired: z.enum(["0", "1"]),
});

type Typed = { price: string; stock: string };

export type ShelfAnswer =
  | { status: "idle" }
  | { status: "changed"; message: string }
  | { status: "invalid"; problems: { price?: string[]; stock?: string[] }; typed: Typed }
  | { status: "meanwhile"; message: string; typed: Typed }
  | (Refused & { typed: Typed });

/** Sets a glaze's price and stock. The second button also retires it or puts it back on the shelf. */
export async function changeGlaze(_: ShelfAnswer, form: FormData): Promise<ShelfAnswer> {
  const staff = await requireStaff("/admin/shelf");
  const was = wasSchema.safeParse(Object.fromEntries(form));
  if (!was.success) redirect("/admin/shelf");
  const typed = { price: String(form.get("price") ?? ""), stock: String(form.get("stock") ?? "") };
  const fields = changeSchema.safeParse(typed);
  if (!fields.success) return { status: "invalid", problems: z.flattenError(fields.error).fieldErrors, typed };
  const before = { priceCents: was.data.wasCents, stock: was.data.wasStock, isRetired: was.data.wasRetired === "1" };
  const isRetired = form.get("act") === "turn" ? !before.isRetired : before.isRetired;
  const now = { priceCents: fields.data.price, stock: fields.data.stock, isRetired };
  const isDone = await runAction(() => shelf.changeGlaze(staff, was.data.sku, { was: before, now }));
  if (typeof isDone === "object") return { ...isDone, typed };
  refresh();
  return isDone
    ? { status: "changed", message: describeChange(before, now) }
    : {
        status: "meanwhile",
        message:
          "Somebody bought or changed it meanwhile, so nothing was saved. What counts now is written beside it: please look and save again.",
        typed,
      };
}

function describeChange(was: shelf.ShelfFacts, now: shelf.ShelfFacts): string {
  if (was.isRetired === now.isRetired) return "Saved.";
  return now.isRetired ? "Saved. It is off the shelf; carts that hold it say so." : "Saved. It is on the shelf again.";
}
