type Props = {
  /** Eight hexadecimal digits; null where there is no key. */
  fingerprint: string | null;
};

/** Where the fingerprint's digits stand, and how deep each is cut. */
function cuts(fingerprint: string) {
  return [...fingerprint].map((digit, at) => ({ x: 116 + at * 19, depth: 7 + Number.parseInt(digit, 16) * 2.2 }));
}

/** The key in the browser: its teeth show the fingerprint. An outline when there is no key. */
export function KeyShape({ fingerprint }: Props) {
  return (
    <svg viewBox="6 8 271 102" className={fingerprint ? "key-shape" : "key-shape key-missing"} aria-hidden="true">
      <path d="M88 49 H270 L276 56 L270 65 H88 Z" />
      <path fillRule="evenodd" d="M50 12 a44 44 0 1 0 .01 0 Z M42 41 a15 15 0 1 0 .01 0 Z" />
      {fingerprint && cuts(fingerprint).map(({ x, depth }) => <rect key={x} x={x} y="64" width="14" height={depth} />)}
    </svg>
  );
}

/** What the database keeps of the key: the same cuts in a tablet of clay. Nothing when there is no row. */
export function TabletShape({ fingerprint }: Props) {
  return (
    <svg viewBox="6 8 271 102" className={fingerprint ? "tablet-shape" : "tablet-shape key-missing"} aria-hidden="true">
      <rect x="6" y="40" width="270" height="68" rx="5" />
      {fingerprint && (
        <text x="24" y="80" className="tablet-word">
          SHA-256
        </text>
      )}
      {fingerprint &&
        cuts(fingerprint).map(({ x, depth }) => (
          <rect key={x} x={x} y="40" width="14" height={depth + 4} className="tablet-cut" />
        ))}
    </svg>
  );
}
