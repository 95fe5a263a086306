import { locale } from "./locale";

const euros = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" });

export const currency = "EUR";

/** "€28.00" for 2800. */
export function formatMoney(cents: number): string {
  return euros.format(cents / 100);
}
