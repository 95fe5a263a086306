import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatDuration } from "@/lib/format/duration";
import type { GlassBox } from "@/lib/session/inspector";
import { keepEnded, policies } from "@/lib/session/policy";

/** Says once what just happened to the session, with the way back. */
export function SessionNews({ box, isOver, isEnded }: { box: GlassBox; isOver: boolean; isEnded: boolean }) {
  if (box.told)
    return (
      <Notice className="mt-8 max-w-184">
        <p className="mb-4">{box.told}</p>
        <ButtonLink href="/login?next=/session">Log in</ButtonLink>
      </Notice>
    );
  if (box.state !== "none" || !(isOver || isEnded)) return null;
  return <Notice className="mt-8 max-w-184">{isEnded ? <Ended /> : <Over />}</Notice>;
}

function Ended() {
  return (
    <>
      You ended your session. The cookie is gone from this browser; the row stays {formatDuration(keepEnded)}, ended,
      with the reason LOGGED_OUT.
    </>
  );
}

function Over() {
  const { idle, absolute } = policies.guest;
  return (
    <>
      Your session is over: its time was up. A guest’s ends after {formatDuration(idle)} without activity or{" "}
      {formatDuration(absolute)} after its start, and takes the cart along.
    </>
  );
}
