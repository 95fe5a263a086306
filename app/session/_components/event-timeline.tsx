import type { Inside } from "@/lib/session/inspector";
import { Ago } from "./ticking";

/** The session's events, newest first, each with its rule and the file that did it. */
export function EventTimeline({ events, asOf }: Pick<Inside, "events" | "asOf">) {
  return (
    <section className="glass-section" aria-labelledby="what-happened">
      <h2 id="what-happened" className="text-heading">
        What happened
      </h2>
      <ol className="timeline" reversed>
        {events.map(({ id, title, text, rule, file, ago }) => (
          <li key={id}>
            <p className="text-small text-soft figures">
              <Ago ms={ago} asOf={asOf} />
            </p>
            <div>
              <h3 className="mb-1 text-xl leading-tight">{title}</h3>
              <p>{text}</p>
            </div>
            <p className="glass-note grid content-start gap-1">
              <span>{rule}</span>
              <code>{file}</code>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
