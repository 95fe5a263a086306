import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { QuantityInput } from "@/components/ui/quantity-input";

/** `children` choose the `sku`; the quantity and the answer are this form's own. */
export function AddToCartForm({ children }: { children: ReactNode }) {
  return (
    <form autoComplete="off" className="grid gap-6">
      {children}
      <div className="flex items-end gap-3">
        <QuantityInput defaultValue={1} />
        <Button className="grow">Add to cart</Button>
      </div>
      <output className="empty:hidden" />
    </form>
  );
}
