import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { GlassBox } from "@/lib/session/glass-box";
import { keepEnded, policies } from "@/lib/session/policy";
import { sayDuration } from "@/lib/session/words";

/** What has just become of the session, said once, with the way back. */
export function SessionNews({ box, isOver, isEnded }: { box: GlassBox; isOver: boolean; isEnded: boolean }) {
  if (box.told)
    return (
      <Notice className="glass-news">
        <p className="mb-4">{box.told}</p>
        <ButtonLink href="/login?next=/session">Log in</ButtonLink>
      </Notice>
    );
  if (box.standing !== "none" || !(isOver || isEnded)) return null;
  return <Notice className="glass-news">{isEnded ? ended : over}</Notice>;
}

const ended = `You ended your session. The cookie is gone from this browser; the row stays ${sayDuration(keepEnded)}, ended, with the reason LOGGED_OUT.`;
const over = `Your session is over: its time was up. A guest’s ends after ${sayDuration(policies.guest.idle)} without activity or ${sayDuration(policies.guest.absolute)} after its start, and takes the cart along.`;
