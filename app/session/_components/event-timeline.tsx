import type { Inside } from "@/lib/session/inspector";
import { Ago } from "./ticking";

/** The session's events, newest first, each with its rule and the file that did it. */
export function EventTimeline({ events, asOf }: Pick<Inside, "events" | "asOf">) {
  return (
    <section className="glass-section" aria-labelledby="what-happened">
      <h2 id="what-happened" className="heading">
        What happened
      </h2>
      <ol className="timeline" reversed>
        {events.map(({ id, title, text, rule, file, ago }) => (
          <li key={id}>
            <p className="timeline-when figures">
              <Ago ms={ago} asOf={asOf} />
            </p>
            <div>
              <h3 className="timeline-title">{title}</h3>
              <p>{text}</p>
            </div>
            <p className="glass-note timeline-why">
              <span>{rule}</span>
              <code>{file}</code>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
