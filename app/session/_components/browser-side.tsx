import { Fragment, type ReactNode } from "react";
import { locale } from "@/lib/format/locale";
import type { HeldCookie } from "@/lib/session/inspector";
import { KeyShape } from "./key-shapes";

const dateFormat = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });

type Props = {
  cookie: HeldCookie;
  /** How long the cookie stays. */
  stays: ReactNode;
  /** Whether the key still opens a session. */
  isOver?: boolean;
};

/** What each of the cookie's attributes does. */
const attributes = {
  Secure: "Travels by https only (or within your own computer)",
  HttpOnly: "No script in the page can read it",
  "SameSite=Lax": "Other sites can link here, but not act as you",
  "Path=/": "For the whole shop, and for this host alone",
};

/** What the browser holds: one cookie. */
export function BrowserSide({ cookie, stays, isOver = false }: Props) {
  return (
    <section className={isOver ? "glass-side glass-side-over" : "glass-side"} aria-labelledby="browser-side">
      <h2 id="browser-side" className="text-heading">
        In your browser
      </h2>
      <KeyShape fingerprint={cookie.fingerprint} />
      <Fingerprint digits={cookie.fingerprint}>
        {isOver
          ? "The key. It opens nothing now. It is shown nowhere; these eight digits begin its SHA-256."
          : "The key: a token of 256 random bits. It is shown nowhere; these eight digits begin its SHA-256."}
      </Fingerprint>
      <dl className="facts glass-facts">
        <dt>Cookie</dt>
        <dd>
          <code>{cookie.name}</code>, the only one of this shop
        </dd>
        {Object.entries(attributes).map(([attribute, effect]) => (
          <Fragment key={attribute}>
            <dt>{attribute}</dt>
            <dd>{effect}</dd>
          </Fragment>
        ))}
        <dt>Stays</dt>
        <dd>{stays}</dd>
      </dl>
    </section>
  );
}

/** "until 21 February 2027": what the cookie says; the server decides. */
export function Stays({ expires }: { expires: Date | null }) {
  if (!expires) return "until the browser closes";
  return (
    <>
      until <time dateTime={expires.toISOString()}>{dateFormat.format(expires)}</time>, if the session lasts that long
    </>
  );
}

/** Both sides show the same digits: by them the key finds its row. */
export function Fingerprint({ digits, children }: { digits: string; children: ReactNode }) {
  return (
    <div className="mb-6 grid max-w-136 content-start gap-x-5 gap-y-1">
      <p className="fingerprint-digits">
        <span className="sr-only">Fingerprint </span>
        <code>
          {digits.slice(0, 4)} {digits.slice(4)}
        </code>
      </p>
      <p className="glass-note">{children}</p>
    </div>
  );
}
