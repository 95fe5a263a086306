"use client";

import { useEffect, useState } from "react";
import type { Availability } from "@/lib/catalog";
import { formatMoney } from "@/lib/format/money";

type Offer = { sku: string; priceCents: number };

/**
 * Says which glazes can be bought now, which price has changed, and what is no longer made. It asks once the page is
 * open, since the page itself is as old as the build.
 */
export function LiveAvailability({ product, offers }: { product: string; offers: Offer[] }) {
  const [glazes, setGlazes] = useState<Availability[] | null>(null);
  useEffect(() => {
    const page = new AbortController();
    fetchAvailability(product, page.signal).then(setGlazes, () => {});
    return () => page.abort();
  }, [product]);
  return (
    <div className="by-glaze availability figures" aria-live="polite">
      {offers.map(({ sku, priceCents }, place) => {
        const now = glazes?.find((glaze) => glaze.sku === sku);
        const isGone = glazes !== null && (!now || now.isRetired);
        return (
          <p key={sku} data-glaze={place} className={isGone || now?.left === 0 ? "text-problem" : "text-soft"}>
            {now && !isGone && now.priceCents !== priceCents && `Now ${formatMoney(now.priceCents)}. `}
            {isGone ? "No longer made" : now && describeStock(now)}
          </p>
        );
      })}
    </div>
  );
}

async function fetchAvailability(product: string, signal: AbortSignal): Promise<Availability[] | null> {
  const response = await fetch(`/api/availability?${new URLSearchParams({ product })}`, { signal });
  // 404: nothing of that piece is sold any more. Other failures say nothing about it.
  if (response.status === 404) return [];
  if (!response.ok) return null;
  const { glazes }: { glazes: Availability[] } = await response.json();
  return glazes;
}

function describeStock({ left }: Availability): string {
  if (left === null) return "In stock";
  return left === 0 ? "Sold out" : `Only ${left} left`;
}
