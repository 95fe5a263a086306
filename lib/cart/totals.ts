export type PricedLine = { quantity: number; priceCents: number };

/** What one line costs, in cents. */
export function computeLineCents({ quantity, priceCents }: PricedLine): number {
  return quantity * priceCents;
}

/** What lines cost together, in cents. */
export function computeSubtotalCents(lines: readonly PricedLine[]): number {
  return lines.reduce((sum, line) => sum + computeLineCents(line), 0);
}
