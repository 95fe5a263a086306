"use client";

import type { ReactNode } from "react";

/** Puts the chosen glaze's own page into the address bar, so that it can be shared. The radios inside do the rest. */
export function GlazeAddress({ product, children }: { product: string; children: ReactNode }) {
  function follow(event: { target: EventTarget }) {
    const glaze = event.target instanceof HTMLInputElement && event.target.dataset.glazeSlug;
    if (glaze) history.replaceState(null, "", `/products/${product}/${glaze}`);
  }
  return <div onChange={follow}>{children}</div>;
}
