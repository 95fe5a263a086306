import type { ReactNode } from "react";
import type { HeldCookie } from "@/lib/session/glass-box";
import { KeyShape } from "./key-shapes";

const dateFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

type Props = {
  cookie: HeldCookie;
  /** How long the cookie stays. */
  stays: ReactNode;
  /** Whether the key still opens something. */
  isOver?: boolean;
};

/** What the browser holds: one cookie. */
export function BrowserSide({ cookie, stays, isOver = false }: Props) {
  return (
    <section className={isOver ? "glass-side glass-side-over" : "glass-side"} aria-labelledby="browser-side">
      <h2 id="browser-side" className="heading">
        In your browser
      </h2>
      <KeyShape fingerprint={cookie.fingerprint} />
      <Fingerprint digits={cookie.fingerprint}>
        {isOver ? "The key. It opens nothing now." : "The key: a token of 256 random bits."} It is shown nowhere; these
        eight digits begin its SHA-256.
      </Fingerprint>
      <dl className="facts glass-facts">
        <dt>Cookie</dt>
        <dd>
          <code>{cookie.name}</code>, the only one of this shop
        </dd>
        <dt>Secure</dt>
        <dd>Travels by https only (or within your own computer)</dd>
        <dt>HttpOnly</dt>
        <dd>No script in the page can read it</dd>
        <dt>SameSite=Lax</dt>
        <dd>Other sites can link here, but not act as you</dd>
        <dt>Path=/</dt>
        <dd>For the whole shop, and for this host alone</dd>
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

/** The same digits stand on both sides: that is how the key finds its row. */
export function Fingerprint({ digits, children }: { digits: string; children: ReactNode }) {
  return (
    <div className="fingerprint">
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
