import { Fragment, type ReactNode } from "react";
import type { HeldCookie } from "@/lib/session/inspector";
import { attributes, sides, browserSide as words } from "@/words/glass-box";
import { locale } from "@/words/locale";
import { KeyShape } from "./key-shapes";

const dateFormat = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });

type Props = {
  cookie: HeldCookie;
  /** How long the cookie stays. */
  stays: ReactNode;
  /** Whether the key still opens a session. */
  isOver?: boolean;
};

/** What the browser holds: one cookie. */
export function BrowserSide({ cookie, stays, isOver = false }: Props) {
  return (
    <section className={isOver ? "glass-side glass-side-over" : "glass-side"} aria-labelledby="browser-side">
      <h2 id="browser-side" className="heading">
        {sides.browser}
      </h2>
      <KeyShape fingerprint={cookie.fingerprint} />
      <Fingerprint digits={cookie.fingerprint}>{isOver ? words.deadKey : words.key}</Fingerprint>
      <dl className="facts glass-facts">
        <dt>{words.cookie}</dt>
        <dd>{words.onlyOne(<code>{cookie.name}</code>)}</dd>
        {Object.entries(attributes).map(([attribute, effect]) => (
          <Fragment key={attribute}>
            <dt>{attribute}</dt>
            <dd>{effect}</dd>
          </Fragment>
        ))}
        <dt>{words.stays}</dt>
        <dd>{stays}</dd>
      </dl>
    </section>
  );
}

/** "until 21 February 2027": what the cookie says; the server decides. */
export function Stays({ expires }: { expires: Date | null }) {
  if (!expires) return words.untilClosed;
  return words.until(<time dateTime={expires.toISOString()}>{dateFormat.format(expires)}</time>);
}

/** Both sides show the same digits: by them the key finds its row. */
export function Fingerprint({ digits, children }: { digits: string; children: ReactNode }) {
  return (
    <div className="fingerprint">
      <p className="fingerprint-digits">
        <span className="sr-only">{sides.fingerprint} </span>
        <code>
          {digits.slice(0, 4)} {digits.slice(4)}
        </code>
      </p>
      <p className="glass-note">{children}</p>
    </div>
  );
}
