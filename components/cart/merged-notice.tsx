import { Notice } from "@/components/ui/notice";
import { type Session, takeMergedNotice } from "@/lib/session";

/** After a login that brought a guest's cart along: says so, once. */
export async function MergedNotice({ session, className }: { session: Session; className?: string }) {
  const pieces = await takeMergedNotice(session);
  return (
    pieces && (
      <Notice tone="good" className={className}>
        {pieces === 1
          ? "We added the piece from this browser to your cart."
          : `We added the ${pieces} pieces from this browser to your cart.`}
      </Notice>
    )
  );
}
