/** What a cart's lines cost together, in cents. */
export function computeSubtotalCents(lines: readonly { quantity: number; priceCents: number }[]): number {
  return lines.reduce((sum, { quantity, priceCents }) => sum + quantity * priceCents, 0);
}
