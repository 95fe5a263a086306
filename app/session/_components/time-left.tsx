import { formatDuration } from "@/lib/format/duration";
import type { Inside } from "@/lib/session/inspector";
import { timeLeft as words } from "@/words/glass-box";
import { Countdown } from "./ticking";

/** Both deadlines, derived from the row. */
export function TimeLeft({ inside: { left, limits, asOf, session } }: { inside: Inside }) {
  const absolute = formatDuration(limits.absolute);
  return (
    <div className="time-left">
      <h2 id="time-left" className="heading">
        {words.title}
      </h2>
      <div>
        <h3 className="label">{words.ifNobodyComes}</h3>
        <Countdown ms={left.idleInMs} asOf={asOf} limit={limits.idle} label={words.leftIfNobodyComes} />
        <p className="glass-note">{words.ofIdle(formatDuration(limits.idle))}</p>
      </div>
      <div>
        <h3 className="label">{words.atTheLatest}</h3>
        <Countdown ms={left.absoluteInMs} asOf={asOf} limit={limits.absolute} label={words.leftAtTheLatest} />
        <p className="glass-note">{session.user ? words.sinceLogin(absolute) : words.sinceStart(absolute)}</p>
      </div>
      <p className="glass-note time-left-note">{words.lookingOnly}</p>
    </div>
  );
}
