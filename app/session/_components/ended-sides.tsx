import { formatDuration } from "@/lib/format/duration";
import type { GlassBox } from "@/lib/session/inspector";
import { keepEnded } from "@/lib/session/policy";
import { sides, endedSides as words } from "@/words/glass-box";
import { BrowserSide } from "./browser-side";
import { TabletShape } from "./key-shapes";

type Ended = Extract<GlassBox, { standing: "ended" }>;

/** A session that is over: the key opens nothing, so its row is not shown either. */
export function EndedSides({ box: { cookie, reason, ending } }: { box: Ended }) {
  return (
    <div className="glass-sides">
      <BrowserSide cookie={cookie} stays={words.stays} isOver />
      <section className="glass-side" aria-labelledby="database-side">
        <h2 id="database-side" className="heading">
          {sides.database}
        </h2>
        <TabletShape fingerprint={null} />
        <p className="glass-note mb-6">{words.kept(formatDuration(keepEnded))}</p>
        <dl className="facts glass-facts">
          <dt>{words.reason}</dt>
          <dd>
            <code>{reason}</code>
          </dd>
          <dt>{words.rule}</dt>
          <dd>{ending.rule}</dd>
          <dt>{words.doneBy}</dt>
          <dd>
            <code>{ending.file}</code>
          </dd>
        </dl>
      </section>
    </div>
  );
}
