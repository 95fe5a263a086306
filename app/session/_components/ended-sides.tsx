import { formatDuration } from "@/lib/format/duration";
import type { GlassBox } from "@/lib/session/inspector";
import { keepEnded } from "@/lib/session/policy";
import { BrowserSide } from "./browser-side";
import { TabletShape } from "./key-shapes";

type Ended = Extract<GlassBox, { state: "ended" }>;

/** A session that is over: the key opens nothing, so its row is not shown either. */
export function EndedSides({ box: { cookie, reason, ending } }: { box: Ended }) {
  return (
    <div className="glass-sides">
      <BrowserSide
        cookie={cookie}
        stays="until you log in again or it runs out: no page takes a cookie back, since a late answer could clear a newer one"
        isOver
      />
      <section className="glass-side" aria-labelledby="database-side">
        <h2 id="database-side" className="text-heading">
          In our database
        </h2>
        <TabletShape fingerprint={null} />
        <p className="glass-note mb-6">
          The row is kept {formatDuration(keepEnded)} after its end, so that we can still answer why. Your key does not
          open it, so nothing else of it is shown.
        </p>
        <dl className="facts glass-facts">
          <dt>Ended as</dt>
          <dd>
            <code>{reason}</code>
          </dd>
          <dt>Rule</dt>
          <dd>{ending.rule}</dd>
          <dt>Done by</dt>
          <dd>
            <code>{ending.file}</code>
          </dd>
        </dl>
      </section>
    </div>
  );
}
