type InstantProps = { at: Date; children: string };

/** A moment in words, and exactly for machines. */
export function Instant({ at, children }: InstantProps) {
  return <time dateTime={at.toISOString()}>{children}</time>;
}
