import { formatDuration } from "@/lib/format/duration";
import type { Inside } from "@/lib/session/inspector";
import { Countdown } from "./ticking";

/** Both deadlines, derived from the row. */
export function TimeLeft({ inside: { left, limits, asOf, session } }: { inside: Inside }) {
  return (
    <div className="time-left">
      <h2 id="time-left" className="text-heading">
        Time left
      </h2>
      <div>
        <h3 className="label">If nobody comes</h3>
        <Countdown ms={left.idleInMs} asOf={asOf} limit={limits.idle} label="Time left if nobody comes" />
        <p className="glass-note">of {formatDuration(limits.idle)} without activity</p>
      </div>
      <div>
        <h3 className="label">At the latest</h3>
        <Countdown ms={left.absoluteInMs} asOf={asOf} limit={limits.absolute} label="Time left at the latest" />
        <p className="glass-note">
          of {formatDuration(limits.absolute)} since {session.user ? "the login" : "the start"}
        </p>
      </div>
      <p className="glass-note time-left-note">
        Looking at this page does not count as activity, so both run on while you watch. A click or a key press does, as
        everywhere, but not on these buttons.
      </p>
    </div>
  );
}
