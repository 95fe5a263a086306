import { ButtonLink } from "@/components/ui/button";

export function EmptyCart() {
  return (
    <div className="grid justify-items-start gap-6">
      <p className="lead">Your cart is empty. It keeps what you put into it for thirty days.</p>
      <ButtonLink href="/">See the pieces</ButtonLink>
    </div>
  );
}
