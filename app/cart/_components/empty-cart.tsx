import { ButtonLink } from "@/components/ui/button";
import { formatDuration } from "@/lib/format/duration";
import { policies } from "@/lib/session/policy";

export function EmptyCart() {
  return (
    <div className="grid justify-items-start gap-6">
      <p className="lead">
        Your cart is empty. It keeps what you put into it for {formatDuration(policies.guest.idle)}.
      </p>
      <ButtonLink href="/">See the pieces</ButtonLink>
    </div>
  );
}
