import { Notice } from "@/components/ui/notice";
import type { CartLine } from "@/lib/cart";
import { hasCartChanges } from "@/lib/cart/changes";
import { language } from "@/lib/format/locale";
import { AcceptChangesForm } from "./accept-changes-form";

/** Says that prices or stock changed since the shopper last looked. The lines say what; only the button marks it as seen. */
export function CartNews({ lines }: { lines: CartLine[] }) {
  const changed = lines.filter(hasCartChanges);
  if (changed.length === 0) return null;
  const names = new Intl.ListFormat(language).format(changed.map(({ productName }) => productName));
  return (
    <Notice className="mb-8" title="Something changed since you last looked">
      <p>{names}: see below. The total is of today’s prices.</p>
      <AcceptChangesForm seen={changed.map(({ id, priceCents, stock }) => `${id}:${priceCents}:${stock}`)} />
    </Notice>
  );
}
