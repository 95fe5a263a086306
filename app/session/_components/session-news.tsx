import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatDuration } from "@/lib/format/duration";
import type { GlassBox } from "@/lib/session/inspector";
import { keepEnded, policies } from "@/lib/session/policy";
import { news as words } from "@/words/glass-box";
import { session } from "@/words/session";

/** Says once what just happened to the session, with the way back. */
export function SessionNews({ box, isOver, isEnded }: { box: GlassBox; isOver: boolean; isEnded: boolean }) {
  if (box.told)
    return (
      <Notice className="glass-news">
        <p className="mb-4">{box.told}</p>
        <ButtonLink href="/login?next=/session">{session.logIn}</ButtonLink>
      </Notice>
    );
  if (box.standing !== "none" || !(isOver || isEnded)) return null;
  return <Notice className="glass-news">{isEnded ? ended : over}</Notice>;
}

const ended = words.ended(formatDuration(keepEnded));
const over = words.over(formatDuration(policies.guest.idle), formatDuration(policies.guest.absolute));
