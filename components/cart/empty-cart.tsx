import { ButtonLink } from "@/components/ui/button";
import { policies } from "@/lib/session/policy";
import { sayDuration } from "@/lib/session/words";
import { emptyCart as words } from "@/words/cart";

export function EmptyCart() {
  return (
    <div className="grid justify-items-start gap-6">
      <p className="lead">{words.isEmpty(sayDuration(policies.guest.idle))}</p>
      <ButtonLink href="/">{words.seePieces}</ButtonLink>
    </div>
  );
}
