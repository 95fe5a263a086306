"use client";

import { changeGlaze, type ShelfAnswer } from "@/app/admin/shelf/actions";
import { useSessionForm } from "@/components/session/use-session-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { ShelfGlaze } from "@/lib/catalog/shelf";
import { formatMoney } from "@/lib/format/money";

/** A piece in one glaze: price, stock, and whether it is still made. */
export function GlazeForm({ glaze }: { glaze: ShelfGlaze }) {
  const { sku, glazeName, priceCents, stock, isRetired } = glaze;
  const { answer, isPending, form } = useSessionForm<ShelfAnswer>(changeGlaze, { status: "idle" });
  const typed = "typed" in answer ? answer.typed : { price: (priceCents / 100).toFixed(2), stock: String(stock) };
  const problems = answer.status === "invalid" ? answer.problems : {};
  return (
    <form {...form} aria-label={`${glazeName}, ${sku}`} className="grid gap-3" noValidate>
      <p>
        {glazeName}, {sku}:{" "}
        <span className="figures">
          {formatMoney(priceCents)}, {stock} in stock
        </span>
      </p>
      {isRetired && <p className="text-problem">No longer made. It is on no shelf, and stays in orders.</p>}
      {"message" in answer && <Notice tone={answer.status === "changed" ? "good" : "problem"}>{answer.message}</Notice>}
      <input type="hidden" name="sku" value={sku} />
      <input type="hidden" name="wasCents" value={priceCents} />
      <input type="hidden" name="wasStock" value={stock} />
      <input type="hidden" name="wasRetired" value={isRetired ? "1" : "0"} />
      <div className="flex flex-wrap items-start gap-3">
        <Field
          id={`price-${sku}`}
          name="price"
          label="Price in euros"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed.price}
          error={problems.price}
          className="min-w-0 flex-1 basis-32"
        />
        <Field
          id={`stock-${sku}`}
          name="stock"
          label="In stock"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed.stock}
          error={problems.stock}
          className="min-w-0 flex-1 basis-32"
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button busy={isPending}>Save</Button>
        <Button look="quiet" name="act" value="turn" busy={isPending}>
          {isRetired ? "Put back on the shelf" : "Retire"}
        </Button>
      </div>
    </form>
  );
}
