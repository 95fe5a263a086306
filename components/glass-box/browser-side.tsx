import type { Inside } from "@/lib/session/glass-box";
import { KeyShape } from "./key-shapes";

const dateFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** What the browser holds: one cookie. */
export function BrowserSide({ inside: { cookie }, isOver }: { inside: Inside; isOver: boolean }) {
  return (
    <section className={isOver ? "glass-side glass-side-over" : "glass-side"} aria-labelledby="browser-side">
      <h2 id="browser-side" className="heading">
        In your browser
      </h2>
      <KeyShape fingerprint={cookie.fingerprint} />
      <Fingerprint digits={cookie.fingerprint}>
        {isOver ? "The key. It opens nothing now." : "The key: a secret of 256 random bits."} It is shown nowhere; these
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
        <dd>
          {cookie.expires ? (
            <>
              until <time dateTime={cookie.expires.toISOString()}>{dateFormat.format(cookie.expires)}</time>, if the
              session lasts that long
            </>
          ) : (
            "until the browser closes"
          )}
        </dd>
      </dl>
    </section>
  );
}

/** The same digits stand on both sides: that is how the key finds its row. */
export function Fingerprint({ digits, children }: { digits: string; children: React.ReactNode }) {
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
