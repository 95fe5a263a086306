import { Notice } from "@/components/ui/notice";
import { type Session, takeMergedNotice } from "@/lib/session";
import { merged as words } from "@/words/cart";

/** After a login that brought a guest's cart along: says so, once. */
export async function MergedNotice({ session, className }: { session: Session; className?: string }) {
  const pieces = await takeMergedNotice(session);
  return (
    pieces && (
      <Notice tone="good" className={className}>
        {words(pieces)}
      </Notice>
    )
  );
}
