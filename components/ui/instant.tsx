type InstantProps = { at: Date; children: string };

/** A time in words, with the exact one in `datetime`. */
export function Instant({ at, children }: InstantProps) {
  return <time dateTime={at.toISOString()}>{children}</time>;
}
