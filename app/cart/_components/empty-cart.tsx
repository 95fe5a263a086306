import { ButtonLink } from "@/components/ui/button";
import { formatDuration } from "@/lib/format/duration";
import { policies } from "@/lib/session/policy";
import { emptyCart as words } from "@/words/cart";

export function EmptyCart() {
  return (
    <div className="grid justify-items-start gap-6">
      <p className="lead">{words.isEmpty(formatDuration(policies.guest.idle))}</p>
      <ButtonLink href="/">{words.seePieces}</ButtonLink>
    </div>
  );
}
